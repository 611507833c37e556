/**
 * One file through everything an import does with it, as the server takes it and, where it is packed, as the browser
 * unpacks it: gzip, archive, decoding, analysis, the bytes of the row. What became of it is one word.
 */
import type { ByteSource } from '../../src/archive/byte-source.ts';
import { walkArchive } from '../../src/archive/walk-archive.ts';
import { analyseFile } from '../../src/athlete/analyse-file.ts';
import { inflateGzip } from '../../src/import/inflate-gzip.ts';
import { bytesSource, streamOf } from '../archive/walked.ts';
import { type Cost, type Measure, measured, worse } from './cost.ts';
import type { MutatedCase } from './mutated-case.ts';

export interface Outcome {
  /** `ok` or the kind of each error. */
  words: string[];
  cost: Cost;
}

/** As the server has it. */
const MAX_FILE_BYTES = 20_000_000;
const CHUNK_BYTES = 65_536;

export async function throughWholePath(mutated: MutatedCase, measure: Measure): Promise<Outcome> {
  const { format, bytes, index } = mutated;
  if (format === 'zip') return archive(bytes, index % 2 === 0, 'export.zip', measure);
  if (format === 'gz') {
    return index % 2 === 0
      ? archive(bytes, true, 'activities/1.fit.gz', measure)
      : gzip(bytes, measure);
  }
  return plain(bytes, measure);
}

async function plain(bytes: Uint8Array, measure: Measure): Promise<Outcome> {
  const { value, cost } = await measured(measure, bytes.length, () => analyseFile(bytes));
  return { words: [value.ok ? 'ok' : value.error.kind], cost };
}

async function gzip(bytes: Uint8Array, measure: Measure): Promise<Outcome> {
  const unpacking = await measured(measure, bytes.length, () => inflateGzip(bytes, MAX_FILE_BYTES));
  const raw = unpacking.value;
  if (!raw.ok) {
    // A bomb was unpacked up to the limit before it was known to be one.
    const inputBytes = raw.error.kind === 'too-large' ? MAX_FILE_BYTES : bytes.length;
    return { words: [raw.error.kind], cost: { ...unpacking.cost, inputBytes } };
  }
  const inside = await plain(raw.value, measure);
  const cost = { ...unpacking.cost, inputBytes: Math.max(bytes.length, raw.value.length) };
  return { words: inside.words, cost: worse(cost, inside.cost) };
}

/** The cost is that of the costliest step: one file unpacked, or one analysed. Between steps an import can be paused. */
async function archive(
  bytes: Uint8Array,
  seekable: boolean,
  name: string,
  measure: Measure,
): Promise<Outcome> {
  const source: ByteSource | AsyncIterable<Uint8Array> = seekable
    ? bytesSource(bytes)
    : streamOf(bytes, CHUNK_BYTES);
  const events = walkArchive(source, { name });
  const words: string[] = [];
  let cost: Cost | null = null;
  for (;;) {
    const step = await measured(measure, bytes.length, () => events.next());
    const event = step.value.done ? null : step.value.value;
    const isLimited = event?.type === 'problem' && event.problem.kind === 'too-large';
    const unpacked = event?.type === 'file' ? event.bytes.length : isLimited ? MAX_FILE_BYTES : 0;
    const inputBytes = Math.max(bytes.length, unpacked);
    const stepCost = { ...step.cost, inputBytes };
    cost = cost === null ? stepCost : worse(cost, stepCost);
    if (event === null) return { words, cost };
    if (event.type === 'problem') words.push(event.problem.kind);
    if (event.type !== 'file') continue;
    const inside = await plain(event.bytes, measure);
    words.push(...inside.words);
    cost = worse(cost, inside.cost);
  }
}
