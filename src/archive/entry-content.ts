/** The content of one entry, read, unpacked and held against what the archive says of it. */
import { err, ok, type Result } from '../analysis/result.ts';
import { type ArchiveProblem, archiveProblem, unsupportedMethod } from './archive-problem.ts';
import { crc32 } from './crc32.ts';
import { joined } from './joined.ts';
import { inflated, type Unpacked } from './unpack.ts';
import { DEFLATED, STORED, type ZipEntry } from './zip-entry.ts';

export interface PackedContent {
  bytes: Uint8Array;
  /** Whether all of it was there. */
  isWhole: boolean;
}

export interface EntryContent {
  bytes: Uint8Array<ArrayBuffer>;
  crc32: number;
  damage: 'incomplete' | 'damaged' | null;
}

/** Why an entry is not worth reading, by what the archive says of it. */
export function refusal(entry: ZipEntry, path: string, limitBytes: number): ArchiveProblem | null {
  if (entry.isEncrypted) return archiveProblem('encrypted', path);
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    return unsupportedMethod(entry.method, path);
  }
  const isTooLarge = Math.max(entry.size ?? 0, entry.packedSize ?? 0) > limitBytes;
  return isTooLarge ? archiveProblem('too-large', path) : null;
}

/** As it lies in the archive; `too-large` beyond the limit. */
export async function packedContent(
  entry: ZipEntry,
  limitBytes: number,
): Promise<Result<PackedContent, 'too-large'>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const data = entry.data();
  for (let step = await data.next(); ; step = await data.next()) {
    if (step.done) {
      const bytes = chunks.length === 1 ? (chunks[0] as Uint8Array) : joined(chunks, length);
      return ok({ bytes, isWhole: step.value });
    }
    length += step.value.length;
    if (length > limitBytes) {
      await data.return(false);
      return err('too-large');
    }
    chunks.push(step.value);
  }
}

/** After `packedContent`, when a streamed entry knows its checksum too. */
export function entryContent(
  packed: PackedContent,
  entry: ZipEntry,
  limitBytes: number,
): Result<EntryContent, 'too-large'> {
  const unpacked: Unpacked | null =
    entry.method === STORED
      ? { bytes: packed.bytes.slice() as Uint8Array<ArrayBuffer>, ending: 'intact' }
      : inflated(packed.bytes, limitBytes);
  if (unpacked === null) return err('too-large');
  const { bytes, ending } = unpacked;
  const checksum = crc32(bytes);
  if (!packed.isWhole || ending === 'cut-off') {
    return ok({ bytes, crc32: checksum, damage: 'incomplete' });
  }
  const agrees =
    bytes.length === (entry.size ?? bytes.length) && checksum === (entry.crc32 ?? checksum);
  const isDamaged = ending === 'broken' || !agrees;
  return ok({ bytes, crc32: checksum, damage: isDamaged ? 'damaged' : null });
}
