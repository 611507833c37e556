/**
 * fflate's streaming decoders, fed in pieces so small that even a bomb gives only some 17 MB at a time, and never
 * throwing: bytes that cannot be followed end the output instead.
 */
import { Gunzip, Inflate } from 'fflate';

/** `broken`: the data cannot be followed beyond some point. `cut-off`: all of it was followed, and it has no end. */
export type Ending = 'intact' | 'cut-off' | 'broken';

/** Deflate can expand 1,032 times, and the decoder gives all that a piece expands to at once. */
const PIECE_BYTES = 16_384;
/** A stored block of 65,535 bytes is given when it is complete: more without any output means that nothing will follow. */
const MAX_SILENT_BYTES = 5 * PIECE_BYTES;
const NOTHING = new Uint8Array(0);

export class Unpacker {
  /** Final after `finish`. */
  ending: Ending = 'intact';
  /** Concatenated gzip files count as one file. */
  members = 1;
  readonly #decoder: Inflate | Gunzip;
  readonly #pieceBytes: number;
  #output: Uint8Array<ArrayBuffer>[] = [];
  #silentBytes = 0;

  constructor(format: 'deflate' | 'gzip', pieceBytes = PIECE_BYTES) {
    this.#pieceBytes = pieceBytes;
    this.#decoder = format === 'gzip' ? this.#gunzip() : new Inflate();
    this.#decoder.ondata = (chunk) => {
      if (chunk.length > 0) this.#output.push(chunk);
    };
  }

  /** The output of `packed`, in order. A caller who has enough just stops asking. */
  *push(packed: Uint8Array): Generator<Uint8Array<ArrayBuffer>, void> {
    for (let at = 0; at < packed.length && this.#expectsMore(); at += this.#pieceBytes) {
      const piece = packed.subarray(at, at + this.#pieceBytes);
      if (!this.#accepts(piece, false)) this.ending = 'broken';
      this.#silentBytes = this.#output.length === 0 ? this.#silentBytes + piece.length : 0;
      yield* this.#output.splice(0);
    }
  }

  /** No more will come: what was held back, and the verdict in `ending`. */
  *finish(): Generator<Uint8Array<ArrayBuffer>, void> {
    if (this.ending === 'intact' && !this.#accepts(NOTHING, true)) this.ending = 'cut-off';
    yield* this.#output.splice(0);
  }

  #expectsMore(): boolean {
    return this.ending === 'intact' && this.#silentBytes < MAX_SILENT_BYTES;
  }

  /** fflate says by throwing that data is damaged or ends too early. */
  #accepts(piece: Uint8Array, isLast: boolean): boolean {
    try {
      this.#decoder.push(piece, isLast);
      return true;
    } catch {
      return false;
    }
  }

  #gunzip(): Gunzip {
    const decoder = new Gunzip();
    decoder.onmember = () => {
      this.members++;
    };
    return decoder;
  }
}
