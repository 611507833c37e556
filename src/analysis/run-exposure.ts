/**
 * What one run did to the tendon: distance, climb, hill bands, speed × grade cells, best efforts and Achilles load.
 * Depends on the run alone, never on history: what needs history (usual speed, fast bands, flags) is judged later from
 * the cells, see `judged-run.ts`. Units: metres, seconds, m/s, AE-km.
 */
import type { AchillesLoad } from './achilles-load.ts';
import type { Activity, Warning } from './activity.ts';
import type { BestEffort } from './best-efforts.ts';
import type { HillExposure } from './hill-exposure.ts';
import type { SpeedGradeCells } from './speed-grade-cells.ts';

export interface RunExposure {
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
  /** Seconds at 0.5 m/s or more; `null` without samples. */
  movingS: number | null;
  ascentM: number | null;
  descentM: number | null;
  ascentOrigin: 'device' | 'derived' | null;
  /** Our own climb from the samples, also where the device's total is the one used. */
  derivedAscentM: number | null;
  derivedDescentM: number | null;
  avgCadenceSpm: number | null;
  avgHeartRateBpm: number | null;
  sampleCount: number;
  /** `null` without altitude. */
  hills: HillExposure | null;
  cells: SpeedGradeCells;
  bestEfforts: BestEffort[];
  /** Fastest mean speed over 10 s. */
  top10sSpeedMps: number | null;
  load: AchillesLoad | null;
  /** What the load rests on: every interval, or only the run's average speed (no samples); `null` without load. */
  loadOrigin: 'samples' | 'session-average' | null;
  warnings: Warning[];
}
export declare function runExposure(activity: Activity): RunExposure;
