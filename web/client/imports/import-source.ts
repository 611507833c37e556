/** One chosen file or archive, how far it has come, and what is not to be done again. */
import { entryRole } from '../../../src/archive/entry-path.ts';
import type { ChosenFile } from './import-messages.ts';
import { TrackedBlob } from './tracked-blob.ts';

export class ImportSource {
  readonly id: string;
  readonly file: File;
  readonly path: string;
  /** Keys of entries that need no second try. */
  readonly done = new Set<string>();
  bytes: TrackedBlob;
  hasFailed = false;
  isRetry = false;
  /** Activity files announced so far; 1 for a file that lies in no archive. */
  announced = 0;
  #settledFraction = 0;

  constructor(id: string, { file, path }: ChosenFile) {
    this.id = id;
    this.file = file;
    this.path = path;
    this.bytes = new TrackedBlob(file);
  }

  /** Chosen by itself, in no folder and no archive: whoever chose it wants to hear of it. */
  get isSingle(): boolean {
    return !this.path.includes('/') && entryRole(this.path) !== 'archive';
  }

  startAgain(): void {
    this.bytes = new TrackedBlob(this.file);
    this.hasFailed = false;
    this.isRetry = true;
  }

  /** A file that was met when reading had come so far. Files settle nearly in their order. */
  settle(fraction: number): void {
    this.#settledFraction = Math.max(this.#settledFraction, fraction);
  }

  /** 0 to 1. */
  get fraction(): number {
    return this.#settledFraction;
  }
}

/** Over all sources, each counting by its size. */
export function fractionOf(sources: readonly ImportSource[]): number {
  const total = sources.reduce((sum, { file }) => sum + file.size, 0);
  if (total === 0) return 0;
  return sources.reduce((sum, { file, fraction }) => sum + file.size * fraction, 0) / total;
}
