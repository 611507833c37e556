/** One entry of a ZIP archive, however the archive is read, and the numbers of the format that both ways of reading share. */
import type { ByteSource } from './byte-source.ts';
import { uint16, uint32, uint64 } from './little-endian.ts';

export interface ZipEntry {
  /** For display. */
  path: string;
  isEncrypted: boolean;
  method: number;
  /**
   * Of the unpacked content. These three are `null` while the archive has not said: an entry that is streamed may be
   * followed by them, so they are known once its `data` has ended.
   */
  crc32: number | null;
  size: number | null;
  packedSize: number | null;
  /** The packed bytes, to be asked for once. Returns whether all of them were there. */
  data(): AsyncGenerator<Uint8Array, boolean>;
  /** The packed bytes as a source; `null` where the archive cannot be read in any order. */
  slice(): Promise<ByteSource | null>;
}

export const STORED = 0;
export const DEFLATED = 8;

export const LOCAL_HEADER = 0x04034b50;
export const DIRECTORY_HEADER = 0x02014b50;
export const END_RECORD = 0x06054b50;
export const ZIP64_END_RECORD = 0x06064b50;
export const DATA_DESCRIPTOR = 0x08074b50;
/** Every signature begins with a "P". */
export const FIRST_LETTER = 0x50;
export const LOCAL_HEADER_BYTES = 30;
/** Signed and with 64-bit sizes. */
export const LONGEST_DESCRIPTOR_BYTES = 24;
/** Either stands before the first entry of an archive that was, or was going to be, split into parts. */
export const SPLIT_MARKER = DATA_DESCRIPTOR;
export const TEMPORARY_SPLIT_MARKER = 0x30304b50;

/** Stands in a 32-bit field whose value is in the ZIP64 extra field. */
export const IN_ZIP64 = 0xffffffff;
const ZIP64_EXTRA = 0x0001;
const ENCRYPTED_FLAG = 0x0001;
const STRONG_ENCRYPTION_FLAG = 0x0040;
const AES_METHOD = 99;
export const DESCRIBED_LATER_FLAG = 0x0008;
export const UTF8_FLAG = 0x0800;

export function startsLikeZip(head: Uint8Array): boolean {
  return [LOCAL_HEADER, END_RECORD, SPLIT_MARKER, TEMPORARY_SPLIT_MARKER].includes(uint32(head, 0));
}

export function isEncrypted(flags: number, method: number): boolean {
  return (flags & (ENCRYPTED_FLAG | STRONG_ENCRYPTION_FLAG)) !== 0 || method === AES_METHOD;
}

/**
 * The given 32-bit values with those that say so replaced from the ZIP64 field of `extra`, in its fixed order. `null`
 * when the field is missing or too short for them.
 */
export function withZip64(extra: Uint8Array, values: readonly number[]): number[] | null {
  if (!values.includes(IN_ZIP64)) return [...values];
  let field = zip64Field(extra);
  const full: number[] = [];
  for (const value of values) {
    if (value !== IN_ZIP64) full.push(value);
    else {
      if (field.length < 8) return null;
      full.push(uint64(field, 0));
      field = field.subarray(8);
    }
  }
  return full;
}

function zip64Field(extra: Uint8Array): Uint8Array {
  let at = 0;
  while (at + 4 <= extra.length) {
    const end = at + 4 + uint16(extra, at + 2);
    if (uint16(extra, at) === ZIP64_EXTRA) return extra.subarray(at + 4, end);
    at = end;
  }
  return new Uint8Array(0);
}
