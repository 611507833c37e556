/**
 * Bytes of one file → its activities. Synchronous and pure; a gzip file is inflated first (`inflate-gzip.ts`).
 * Never throws on bad input: whatever can be read is kept, with warnings; a file without any activity is an error.
 */
import type { Activity, Warning } from '../analysis/activity.ts';
import { err, ok, type Result } from '../analysis/result.ts';
import { believedSports } from './believed-sports.ts';
import { decodeFit } from './fit/decode-fit.ts';
import { decodeGpx } from './gpx.ts';
import { emptyFile, type ImportError, notRecognised, unsupportedFormat } from './import-error.ts';
import { sniff } from './sniff.ts';
import { decodeTcx } from './tcx.ts';

export interface DecodedFile {
  /** At least one, in the order of the file; several for multisport and chained files. */
  activities: Activity[];
  /** About the file as a whole. */
  warnings: Warning[];
  /** Record messages or track points in the file, before any are merged or left out. */
  records: number;
}

/** `sportHint`: the sport as the archive around the file names it. */
export function decodeFile(
  bytes: Uint8Array,
  sportHint: string | null = null,
): Result<DecodedFile, ImportError> {
  const decoded = decodeFormat(bytes);
  return decoded.ok ? ok(believedSports(decoded.value, sportHint)) : decoded;
}

function decodeFormat(bytes: Uint8Array): Result<DecodedFile, ImportError> {
  if (bytes.length === 0) return err(emptyFile());
  const format = sniff(bytes);
  if (format === 'fit') return decodeFit(bytes);
  if (format === 'gpx') return decodeGpx(bytes);
  if (format === 'tcx') return decodeTcx(bytes);
  if (format === 'unknown') return err(notRecognised(hex(bytes.subarray(0, 14))));
  return err(unsupportedFormat(format));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
