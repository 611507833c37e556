/**
 * A chosen file as the archive walker reads it: slices of a `Blob`, never the whole. Knows how far reading has come, which is
 * the one measure of progress that holds for every archive: whatever is skipped, nested or cannot be counted beforehand.
 */
import type { ByteSource } from '../../../src/archive/byte-source.ts';

/** The walker's look at what the file begins with. */
const HEAD_BYTES = 4;

export class TrackedBlob implements ByteSource {
  readonly size: number;
  readonly #blob: Blob;
  #latestEnd = 0;
  #lowestStart: number;
  /** Where the directory of the archive begins; the end of the file while none was read. */
  #dataBytes: number;

  constructor(blob: Blob) {
    this.#blob = blob;
    this.size = blob.size;
    this.#lowestStart = blob.size;
    this.#dataBytes = blob.size;
  }

  async read(start: number, end: number): Promise<Uint8Array> {
    if (end > HEAD_BYTES) this.#lowestStart = Math.min(this.#lowestStart, start);
    if (start < this.#dataBytes) this.#latestEnd = end;
    return new Uint8Array(await this.#blob.slice(start, end).arrayBuffer());
  }

  /** The walker has read the directory, and no file yet. */
  directoryIsRead(): void {
    if (this.#lowestStart > 0) this.#dataBytes = this.#lowestStart;
    this.#latestEnd = 0;
  }

  /** 0 to 1. */
  get fraction(): number {
    return this.#dataBytes === 0 ? 1 : Math.min(1, this.#latestEnd / this.#dataBytes);
  }
}
