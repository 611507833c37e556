/** One chosen file or archive, how far its walk has come, and what is not to be done again. */
import type { ChosenFile } from './import-messages.ts';

export class ImportSource {
  readonly id: string;
  readonly file: File;
  readonly path: string;
  /** Keys of entries that need no second try. */
  readonly done = new Set<string>();
  hasFailed = false;
  isRetry = false;
  isEnded = false;
  /** Activity files announced so far; 1 for a file that lies in no archive. */
  announced = 0;
  /** As the archive states them; `null` when it can only be streamed, or is none. */
  statedBytes: number | null = null;
  #passedBytes = 0;

  constructor(id: string, { file, path }: ChosenFile) {
    this.id = id;
    this.file = file;
    this.path = path;
  }

  /** Of bytes of the outermost archive, as its directory counts them. */
  pass(bytes: number): void {
    this.#passedBytes += bytes;
  }

  /** 0 to 1. */
  get fraction(): number {
    if (this.isEnded) return 1;
    const total = this.statedBytes ?? this.file.size;
    return total === 0 ? 0 : Math.min(1, this.#passedBytes / total);
  }
}

/** Over all sources, each counting by its size. */
export function fractionOf(sources: readonly ImportSource[]): number {
  const total = sources.reduce((sum, { file }) => sum + file.size, 0);
  if (total === 0) return 0;
  return sources.reduce((sum, { file, fraction }) => sum + file.size * fraction, 0) / total;
}
