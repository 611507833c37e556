/** Where one athlete's things are kept: rows in the athlete's own object, raw bytes in R2. */
import type { Athlete } from './athlete.ts';

export interface AthleteStore {
  athleteId: string;
  athlete: DurableObjectStub<Athlete>;
  files: R2Bucket;
}
