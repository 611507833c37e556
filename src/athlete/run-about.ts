/** What a run's page says beside its numbers: name, shoe, what the runner corrected, and other recordings of the run. */
import type { LocalDate } from '../analysis/local-date.ts';
import { type Surface, surfaceOf } from '../analysis/surface.ts';
import { findRecord } from './activity-record.ts';
import type { ActivityRecord } from './activity-table.ts';
import type { Recorded } from './analysed-file.ts';
import type { Corrections } from './corrections.ts';
import type { KnownShoe } from './known-shoe.ts';
import { runShoes, type WornShoe } from './run-shoes.ts';
import { readShoes } from './shoe-table.ts';
import { stravaTwinIdsOf } from './strava-twins.ts';
import { apartRuns, twinIdsOf } from './twins.ts';
import { readShodRuns } from './worn-shoes.ts';

export interface RunAbout {
  source: ActivityRecord['source'];
  name: string | null;
  shoe: string | null;
  /** Names of the shoes it may have been. */
  shoes: string[];
  sport: string;
  surface: Surface | null;
  /** Why it is in no running number; `null` for a run that counts. */
  leftOut: 'excluded' | 'not-a-run' | 'not-analysed' | null;
  corrections: Corrections;
  /** What the file, and the archive it came in, say; or Strava. */
  original: OriginalValues;
  /** This recording, which is kept. */
  recording: RecordingFacts;
  /** Other recordings of the same run. */
  twins: RecordingFacts[];
  /** Recordings that the runner said are other runs. */
  apart: RecordingFacts[];
}

export interface OriginalValues {
  name: string | null;
  distanceM: number | null;
  sport: string;
  surface: Surface | null;
  /** What it is taken to be unless the runner says. */
  shoe: string | null;
  /** That of the run before it, for want of another word. */
  isShoeOfRunBefore: boolean;
}

export interface RecordingFacts
  extends Pick<Recorded, 'format' | 'sampleCount' | 'hasAltitude' | 'hasCadence' | 'distanceM'> {
  id: string;
  fileName: string | null;
  localDate: LocalDate;
  /** Manufacturer and product, as far as the file names them. */
  device: string | null;
}

/** `withStrava`: runs from Strava count. */
export function runAbout(sql: SqlStorage, record: ActivityRecord, withStrava: boolean): RunAbout {
  const { id, corrections, recorded, title } = record;
  const shoes = readShoes(sql);
  const shoe = shoeOfRun(sql, id, shoes);
  const recordings = (ids: readonly string[]) =>
    ids.flatMap((each) => {
      const found = findRecord(sql, each);
      return found === null ? [] : [recordingFacts(found)];
    });
  return {
    source: record.source,
    name: record.name,
    shoe: corrections.shoe ?? shoe?.shoe.name ?? null,
    shoes: shoesToChoose(shoes, record),
    sport: record.sport,
    surface: surfaceOf(record.subSport),
    leftOut: leftOut(record, withStrava),
    corrections,
    original: {
      name: title,
      distanceM: recorded.distanceM,
      sport: recorded.sport,
      surface: surfaceOf(recorded.subSport),
      shoe: shoe?.shoe.name ?? null,
      isShoeOfRunBefore: shoe?.from === 'before',
    },
    recording: recordingFacts(record),
    twins: recordings([...twinIdsOf(sql, id), ...stravaTwinIdsOf(sql, id)]),
    apart: recordings(apartRuns(sql).get(id) ?? []),
  };
}

function leftOut(
  { source, isRun, isExcluded }: ActivityRecord,
  withStrava: boolean,
): RunAbout['leftOut'] {
  if (!isRun) return 'not-a-run';
  if (isExcluded) return 'excluded';
  return source === 'strava' && !withStrava ? 'not-analysed' : null;
}

/** Whatever the runner says of this run. */
function shoeOfRun(sql: SqlStorage, id: string, shoes: readonly KnownShoe[]): WornShoe | undefined {
  const unsaid = readShodRuns(sql).map((run) =>
    run.id === id ? { ...run, saidShoeId: null } : run,
  );
  return runShoes(unsaid, shoes).get(id);
}

/** In use on its day, or said to be its shoe. */
function shoesToChoose(
  shoes: readonly KnownShoe[],
  { localDate, corrections }: ActivityRecord,
): string[] {
  return shoes
    .filter(({ isDeleted }) => !isDeleted)
    .filter(({ retiredOn }) => retiredOn === null || retiredOn >= localDate)
    .map(({ name }) => name)
    .concat(corrections.shoe ?? [])
    .filter((name, at, all) => all.indexOf(name) === at);
}

function recordingFacts(record: ActivityRecord): RecordingFacts {
  const { format, sampleCount, hasAltitude, hasCadence, distanceM } = record.recorded;
  const { id, fileName, localDate, device } = record;
  const named = [device?.manufacturer, device?.product].filter((part) => part != null);
  return {
    id,
    fileName,
    localDate,
    device: named.length === 0 ? null : named.join(' '),
    format,
    sampleCount,
    hasAltitude,
    hasCadence,
    distanceM,
  };
}
