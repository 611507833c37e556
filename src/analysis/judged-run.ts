/** A run of the history and, beside it, what only the runs before it can tell: usual speed, fast running, hill sprints. */
import type { LocalDate } from './local-date.ts';
import type { RunExposure } from './run-exposure.ts';

/** A run as history keeps it. */
export interface HistoryRun {
  id: string;
  localDate: LocalDate;
  /** Unix time in seconds. */
  startTimeS: number;
  subSport: string | null;
  exposure: RunExposure;
}

export type SpeedBandName = 'easy' | 'steady' | 'fast' | 'veryFast';

export interface SpeedExposure {
  /** Time-weighted median running speed of the 90 days before. `null` when the runner's own threshold is used without it. */
  usualSpeedMps: number | null;
  fastThresholdMps: number;
  fastOrigin: 'usual-speed' | 'runner' | 'critical-speed';
  /** Seconds and metres at or above the fast threshold (very fast included). */
  fastS: number;
  fastM: number;
  veryFastM: number;
  /** Each running second and metre once; `fast` excludes `veryFast`. */
  bands: Record<SpeedBandName, { seconds: number; metres: number }>;
  isSpeedSession: boolean;
}

export interface JudgedRun extends HistoryRun {
  /** `null`: fewer than five recorded runs in the 90 days before, or a run without samples. */
  speed: SpeedExposure | null;
  criticalSpeedMps: number | null;
  /** `null` without altitude or without usual speed. */
  fastDownhillS: number | null;
  fastDownhillM: number | null;
  hillSprints: number | null;
}
