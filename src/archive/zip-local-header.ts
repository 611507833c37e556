/** The header in front of each entry, as an archive that is read from front to back shows it. */
import { decodedPath } from './entry-path.ts';
import { uint16, uint32 } from './little-endian.ts';
import {
  DESCRIBED_LATER_FLAG,
  isEncrypted,
  LOCAL_HEADER,
  LOCAL_HEADER_BYTES,
  UTF8_FLAG,
  withZip64,
} from './zip-entry.ts';

export interface LocalHeader {
  path: string;
  isEncrypted: boolean;
  method: number;
  /** All three `null` where a descriptor after the data says them. */
  crc32: number | null;
  size: number | null;
  packedSize: number | null;
  /** A descriptor may follow the data even where the header already said everything. */
  mayBeDescribed: boolean;
}

const MAX_VERSION = 63;
const MAX_NAME_BYTES = 1024;
const RESERVED_FLAGS = 0xd780;
const METHODS = new Set([0, 1, 6, 8, 9, 12, 14, 93, 95, 98, 99]);

/** The length of the header at the start of `bytes`, of which at least the fixed part is there. */
export function localHeaderBytes(bytes: Uint8Array): number {
  return LOCAL_HEADER_BYTES + uint16(bytes, 26) + uint16(bytes, 28);
}

/** `null` when its sizes cannot be. */
export function localHeader(header: Uint8Array): LocalHeader | null {
  const flags = uint16(header, 6);
  const method = uint16(header, 8);
  const nameEnd = LOCAL_HEADER_BYTES + uint16(header, 26);
  const sizes = withZip64(header.subarray(nameEnd), [uint32(header, 22), uint32(header, 18)]);
  if (sizes === null) return null;
  const [size, packedSize] = sizes as [number, number];
  const mayBeDescribed = (flags & DESCRIBED_LATER_FLAG) !== 0;
  const isUnknown = mayBeDescribed && packedSize === 0;
  return {
    path: decodedPath(header.subarray(LOCAL_HEADER_BYTES, nameEnd), (flags & UTF8_FLAG) !== 0),
    isEncrypted: isEncrypted(flags, method),
    method,
    crc32: isUnknown ? null : uint32(header, 14),
    size: isUnknown ? null : size,
    packedSize: isUnknown ? null : packedSize,
    mayBeDescribed,
  };
}

/** Whether a header begins here, told from data in which its four-byte signature happens to occur. */
export function isPlausibleHeader(bytes: Uint8Array): boolean {
  const nameBytes = uint16(bytes, 26);
  return (
    bytes.length >= LOCAL_HEADER_BYTES &&
    uint32(bytes, 0) === LOCAL_HEADER &&
    (uint16(bytes, 4) & 0xff) <= MAX_VERSION &&
    (uint16(bytes, 6) & RESERVED_FLAGS) === 0 &&
    METHODS.has(uint16(bytes, 8)) &&
    nameBytes > 0 &&
    nameBytes <= MAX_NAME_BYTES
  );
}
