/** Walks bytes that a test holds and gathers what the walk says. */
import type { ArchiveEvent, FileEvent, WalkCounts } from '../../src/archive/archive-event.ts';
import type { ArchiveProblem } from '../../src/archive/archive-problem.ts';
import type { ByteSource } from '../../src/archive/byte-source.ts';
import { type WalkOptions, walkArchive } from '../../src/archive/walk-archive.ts';

export interface Walked {
  events: ArchiveEvent[];
  files: FileEvent[];
  problems: ArchiveProblem[];
  /** `kind path` of each problem. */
  complaints: string[];
  counts: WalkCounts;
}

export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (start, end) => bytes.slice(start, end),
  };
}

/** `bytes` as a stream, in chunks of `chunkBytes`. */
export async function* streamOf(bytes: Uint8Array, chunkBytes = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.slice(at, at + chunkBytes);
}

/** Bytes are read at random; a stream is taken as it is. */
export async function walked(
  archive: Uint8Array | ByteSource | AsyncIterable<Uint8Array>,
  options: Partial<WalkOptions> = {},
): Promise<Walked> {
  const source = archive instanceof Uint8Array ? bytesSource(archive) : archive;
  const events: ArchiveEvent[] = [];
  for await (const event of walkArchive(source, { name: 'export.zip', ...options })) {
    events.push(event);
  }
  const problems = events.flatMap((event) => (event.type === 'problem' ? [event.problem] : []));
  const last = events.at(-1);
  if (last?.type !== 'end') throw new Error('a walk ends with the end event');
  return {
    events,
    files: events.filter((event) => event.type === 'file'),
    problems,
    complaints: problems.map(({ kind, path }) => `${kind} ${path}`),
    counts: last.counts,
  };
}
