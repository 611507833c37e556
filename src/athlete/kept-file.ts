/** The bytes of an imported file, as they were sent: raw or gzip. The SHA-256 is that of the raw bytes. */
import { ok, type Result } from '../analysis/result.ts';
import type { ImportError } from '../import/import-error.ts';
import { inflateGzip } from '../import/inflate-gzip.ts';
import { sniff } from '../import/sniff.ts';
import type { AthleteStore } from './athlete-store.ts';

/** Raw or compressed. A day's ultramarathon at 1 Hz with every sensor is under 5 MB; the rest is room. */
export const MAX_FILE_BYTES = 20_000_000;

/** Gives the key of the bytes: `athletes/<id>/<sha256>`. The name the client gave plays no part in it. */
export async function keepFile(
  { athleteId, files }: Pick<AthleteStore, 'athleteId' | 'files'>,
  sha256: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const key = `athletes/${athleteId}/${sha256}`;
  await files.put(key, body);
  return key;
}

/** The raw bytes; `null` when they are lost. */
export async function readKeptFile(
  files: R2Bucket,
  key: string | null,
): Promise<Uint8Array | null> {
  const object = key === null ? null : await files.get(key);
  if (object === null) return null;
  const raw = await rawBytes(new Uint8Array(await object.arrayBuffer()));
  return raw.ok ? raw.value : null;
}

/** All of an athlete's, at most a thousand at a time: that is what R2 takes at once. */
export async function eraseKeptFiles({
  athleteId,
  files,
}: Pick<AthleteStore, 'athleteId' | 'files'>): Promise<number> {
  for (let erased = 0; ; ) {
    const { objects } = await files.list({ prefix: `athletes/${athleteId}/`, limit: 1000 });
    if (objects.length === 0) return erased;
    await files.delete(objects.map(({ key }) => key));
    erased += objects.length;
  }
}

/** What was sent, inflated where it is gzip. */
export async function rawBytes(body: Uint8Array): Promise<Result<Uint8Array, ImportError>> {
  return sniff(body) === 'gzip' ? inflateGzip(body, MAX_FILE_BYTES) : ok(body);
}
