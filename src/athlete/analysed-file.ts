/** What crosses from the Worker, which decodes and analyses, to the athlete's object, which keeps. Plain data only. */
import type { Device, Warning } from '../analysis/activity.ts';
import type { StoredExposure } from './exposure-codec.ts';

export interface AnalysedFile {
  /** Lower-case hex of the raw (uncompressed) bytes. */
  sha256: string;
  /** Key of the raw bytes in R2. */
  storedAs: string;
  /** As the runner's device called it; shown, never used as a path. */
  name: string | null;
  /** Of the raw bytes. */
  sizeBytes: number;
  about: FileContext;
  /** At least one, in the file's order. */
  activities: AnalysedActivity[];
}

/** What came with the file but is not in it. */
export interface FileContext {
  /** The upload it was part of, by the sender's id. */
  batchId: string | null;
  /** As the archive around the file tells. */
  title: string | null;
  gear: string | null;
  sportHint: string | null;
}

export const NO_CONTEXT: FileContext = { batchId: null, title: null, gear: null, sportHint: null };

/** What the file, or Strava, says of an activity, whatever the runner corrected. */
export interface Recorded {
  sport: string;
  subSport: string | null;
  distanceM: number | null;
  sampleCount: number;
  hasAltitude: boolean;
  hasCadence: boolean;
  format: FileFormat | 'strava';
}

export type FileFormat = 'fit' | 'tcx' | 'gpx';

export interface AnalysedActivity {
  /** Position among the file's activities. */
  sessionIndex: number;
  sport: string;
  subSport: string | null;
  startTimeS: number;
  utcOffsetS: number | null;
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
  device: Device | null;
  /** What the runner should know, about the file and about this activity. */
  warnings: Warning[];
  recorded: Recorded;
  /** `null` where neither the file nor the runner calls it running. */
  exposure: StoredExposure | null;
  /** Which code made the exposure: an older one is analysed again from the kept bytes. */
  analysisVersion: string;
}
