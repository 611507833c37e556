/**
 * fflate's streaming decoders, fed in pieces so small that even a bomb gives only some 17 MB at a time, and never
 * throwing: bytes that cannot be followed end the output instead.
 */
import { Gunzip, Inflate } from 'fflate';

/** `broken`: the data cannot be followed beyond some point. `cut-off`: all of it was followed, and it has no end. */
export type Ending = 'intact' | 'cut-off' | 'broken';

/** Deflate can expand 1,032 times, and the decoder gives all that a piece expands to at once. */
const PIECE_BYTES = 16_384;
/** Until a piece shows that it does not expand far, and where one does: long calls of the decoder are slow ones. */
const EXPANDING_PIECE_BYTES = 4096;
/** Unpacked ÷ packed. XML shrinks up to 30 times. */
const USUAL_EXPANSION = 64;
/** A stored block of 65,535 bytes is given when it is complete: more without any output means that nothing will follow. */
const MAX_SILENT_BYTES = 5 * PIECE_BYTES;
/** The decoder gives nothing of the piece in which it meets damage: the smaller, the less is lost. */
const CAREFUL_PIECE_BYTES = 1024;
/** Gzip files in one. Real ones have a few; the decoder takes a new buffer of 131 kB for each, and one can be 20 bytes. */
const MOST_MEMBERS = 100;
const NOTHING = new Uint8Array(0);

export class Unpacker {
  /** Final after `finish`. */
  ending: Ending = 'intact';
  /** Concatenated gzip files count as one file. */
  members = 1;
  readonly #format: 'deflate' | 'gzip';
  readonly #decoder: Inflate | Gunzip;
  /** Small pieces cost as much memory as large ones: only what lies behind these packed bytes is fed in small ones. */
  readonly #carefulFrom: number;
  /** Packed bytes in which no damage was met. */
  #followedBytes = 0;
  #output: Uint8Array<ArrayBuffer>[] = [];
  #silentBytes = 0;
  #expandsFar = true;

  constructor(format: 'deflate' | 'gzip', carefulFrom = Number.POSITIVE_INFINITY) {
    this.#format = format;
    this.#carefulFrom = carefulFrom;
    this.#decoder = format === 'gzip' ? this.#gunzip() : new Inflate();
    this.#decoder.ondata = (chunk) => {
      if (chunk.length > 0) this.#output.push(chunk);
    };
  }

  /** The output of `packed`, in order. A caller who has enough just stops asking. */
  *push(packed: Uint8Array): Generator<Uint8Array<ArrayBuffer>, void> {
    for (let at = 0; at < packed.length && this.#expectsMore(); ) {
      const piece = packed.subarray(at, at + this.#pieceBytes);
      at += piece.length;
      if (this.#accepts(piece, false)) this.#followedBytes += piece.length;
      else this.ending = 'broken';
      const unpackedBytes = this.#output.reduce((sum, { length }) => sum + length, 0);
      this.#silentBytes = unpackedBytes === 0 ? this.#silentBytes + piece.length : 0;
      this.#expandsFar = unpackedBytes > USUAL_EXPANSION * piece.length;
      yield* this.#output.splice(0);
    }
  }

  /** No more will come: what was held back, and the verdict in `ending`. */
  *finish(): Generator<Uint8Array<ArrayBuffer>, void> {
    if (this.ending === 'intact' && !this.#accepts(NOTHING, true)) this.ending = 'cut-off';
    yield* this.#output.splice(0);
  }

  /** For the same data, when this one broke: loses less of what lies before the damage. */
  careful(): Unpacker {
    return new Unpacker(this.#format, this.#followedBytes);
  }

  get #pieceBytes(): number {
    if (this.#followedBytes >= this.#carefulFrom) return CAREFUL_PIECE_BYTES;
    return this.#expandsFar ? EXPANDING_PIECE_BYTES : PIECE_BYTES;
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
      if (++this.members > MOST_MEMBERS) throw new Error('more gzip members than any activity has');
    };
    return decoder;
  }
}
