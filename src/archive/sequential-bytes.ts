/** A stream of bytes to be looked at before they are taken. */
import { joined } from './joined.ts';

const NOTHING = new Uint8Array(0);

export class SequentialBytes {
  /** What has come and was not taken yet. */
  held: Uint8Array = NOTHING;
  readonly #chunks: AsyncIterator<Uint8Array, unknown>;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Waits until `count` bytes are held. False when the stream ends before. */
  async has(count: number): Promise<boolean> {
    while (this.held.length < count) {
      if (!(await this.grow())) return false;
    }
    return true;
  }

  /** Holds one chunk more. False at the end of the stream. */
  async grow(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    this.held =
      this.held.length === 0 ? value : joined([this.held, value], this.held.length + value.length);
    return true;
  }

  /** The first bytes held, at most `count` of them. */
  take(count: number): Uint8Array {
    const taken = this.held.subarray(0, count);
    this.held = this.held.subarray(taken.length);
    return taken;
  }

  /** All that is held and all that will come. */
  async *rest(): AsyncGenerator<Uint8Array, void> {
    do {
      if (this.held.length > 0) yield this.take(this.held.length);
    } while (await this.grow());
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
