/** Where one athlete's things are kept: rows in the athlete's own object, raw bytes in R2. */
import type { Athlete } from './athlete.ts';

export interface AthleteStore {
  athleteId: string;
  athlete: DurableObjectStub<Athlete>;
  files: R2Bucket;
}

/** Where the raw bytes of a file lie; the name the client gave plays no part. */
export function fileKey(athleteId: string, sha256: string): string {
  return `athletes/${athleteId}/${sha256}`;
}
