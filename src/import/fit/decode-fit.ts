/**
 * A FIT file → its activities. Two readers, one truth: `record` messages go through our columnar reader, everything that
 * describes the activity as a whole through Garmin's SDK. Chained segments are read one by one, each with its own
 * definitions, sessions and samples.
 */
import type { Warning } from '../../analysis/activity.ts';
import { type ColumnMemory, withLentColumns } from '../../analysis/column-memory.ts';
import { err, ok, type Result } from '../../analysis/result.ts';
import type { DecodedFile } from '../decode-file.ts';
import { type ImportError, notAnActivity, nothingRecorded, unreadable } from '../import-error.ts';
import { keptSamples } from '../kept-samples.ts';
import { MOST_SEGMENTS } from './fit-limits.ts';
import { decodeSummary } from './fit-sdk.ts';
import { readStructure, type SegmentStructure, type StructureStop } from './read-structure.ts';
import { readRecordColumns } from './record-columns.ts';
import { recordSamples } from './record-samples.ts';
import { type Segment, segmentAt } from './segments.ts';
import { sessionActivities } from './session-activities.ts';

const ACTIVITY = 'activity';

export function decodeFit(bytes: Uint8Array): Result<DecodedFile, ImportError> {
  const decoded: DecodedFile = { activities: [], warnings: [], records: 0 };
  let otherType: string | null = null;
  let lostAt: number | null = null;
  let at = 0;
  for (let count = 0; count < MOST_SEGMENTS; count++) {
    const segment = segmentAt(bytes, at);
    if (segment === null) break;
    const read = withLentColumns((memory) => addSegment(decoded, bytes, segment, memory));
    if (read.fileType !== ACTIVITY) otherType ??= read.fileType;
    lostAt ??= read.lostAt;
    at = segment.next;
  }
  if (decoded.activities.length > 0) {
    if (at < bytes.length) decoded.warnings.push(leftover(bytes.length - at));
    return ok({ ...decoded, warnings: eachOnce(decoded.warnings) });
  }
  if (otherType !== null) return err(notAnActivity(otherType));
  if (at === 0) lostAt = 0;
  return err(
    lostAt === null
      ? nothingRecorded()
      : unreadable({
          byteOffset: lostAt,
          expected: 'a FIT message',
          found: foundAt(bytes, lostAt),
        }),
  );
}

interface SegmentRead {
  /** What the segment says it holds; `null` when it does not say. */
  fileType: string | null;
  /** The first byte that could not be read or is not there; `null` where all could be. */
  lostAt: number | null;
}

/** Adds the activities of one segment and what is wrong with it. `memory` holds what is known of the records meanwhile. */
function addSegment(
  decoded: DecodedFile,
  bytes: Uint8Array,
  segment: Segment,
  memory: ColumnMemory,
): SegmentRead {
  const structure = structureOf(bytes, segment, memory);
  const fileType = addActivities(decoded, bytes, structure, memory);
  const kept = keptSamples(decoded.records, decoded.activities);
  decoded.warnings.push(...damageOf(segment, structure.stop, bytes.length, kept));
  const endsAt = segment.problem === 'truncated' ? bytes.length : null;
  return { fileType, lostAt: structure.stop?.byteOffset ?? endsAt };
}

/** A watch that lost power wrote neither length nor checksum: what would be one is the end of a message. */
function structureOf(
  bytes: Uint8Array,
  { dataStart, dataEnd, next, problem }: Segment,
  memory: ColumnMemory,
): SegmentStructure {
  const structure = readStructure(bytes, dataStart, dataEnd, memory);
  const hasNoChecksum = problem === 'wrong-length' && structure.stop?.reason === 'cut';
  return hasNoChecksum ? readStructure(bytes, dataStart, next, memory) : structure;
}

/** Returns the file type. */
function addActivities(
  decoded: DecodedFile,
  bytes: Uint8Array,
  { records, summary }: SegmentStructure,
  memory: ColumnMemory,
): string | null {
  if (records.count === 0 && summary.bytes.length === 0) return null;
  const { summary: described, failure } = decodeSummary(summary.bytes);
  const fileType = described.fileId?.type ?? null;
  if (fileType !== null && fileType !== ACTIVITY) return fileType;

  const columns = readRecordColumns(bytes, records, described.fieldDescriptions, memory);
  const { activities, warnings } = sessionActivities(described, recordSamples(columns));
  decoded.activities.push(...activities);
  decoded.warnings.push(...warnings);
  decoded.records += records.count;
  if (failure) decoded.warnings.push(SDK_DECODE_FAILED);
  return fileType;
}

/** Chained segments have much in common. */
function eachOnce(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [warning.message, warning])).values()];
}

/** At most one: whatever explains most. `samples`: how much there is, in words. */
function damageOf(
  { problem }: Segment,
  stop: StructureStop | null,
  fileBytes: number,
  samples: string,
): Warning[] {
  const kept = `the first ${samples} were kept`;
  if (stop?.reason === 'full') {
    return [{ kind: 'damaged', message: `The file holds more than any activity; ${kept}.` }];
  }
  if (stop?.reason === 'lost' || (stop !== null && problem !== 'truncated')) {
    const message = `The file is damaged from byte ${stop.byteOffset} of ${fileBytes} on; ${kept}.`;
    return [{ kind: 'damaged', message }];
  }
  if (problem === 'truncated') {
    return [{ kind: 'truncated', message: `The file ends too early; ${kept}.` }];
  }
  if (problem === 'bad-crc') return [BAD_CRC];
  return problem === 'wrong-length' ? [WRONG_LENGTH] : [];
}

const BAD_CRC: Warning = {
  kind: 'bad-crc',
  message: 'The checksum of the file is wrong: a few values may be too. Everything was read.',
};

const WRONG_LENGTH: Warning = {
  kind: 'damaged',
  message: 'The file states a wrong length for itself. Everything was read.',
};

const leftover = (byteCount: number): Warning => ({
  kind: 'damaged',
  message: `${byteCount} bytes after the end of the activity are not readable and were left out.`,
});

const SDK_DECODE_FAILED: Warning = {
  kind: 'sdk-decode-failed',
  message: 'The summary of the file is damaged: what is missing in it was taken from the samples.',
};

function foundAt(bytes: Uint8Array, at: number): string {
  return bytes[at]?.toString(16).padStart(2, '0') ?? 'the end of the file';
}
