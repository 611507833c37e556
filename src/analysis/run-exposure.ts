/**
 * What one run did to the tendon: distance, climb, hill bands, speed × grade cells, best efforts and Achilles load.
 * Depends on the run alone, never on history: what needs history (usual speed, fast bands, flags) is judged later from
 * the cells, see `judged-run.ts`. Units: metres, seconds, m/s, AE-km.
 */
import { type AchillesLoad, loadFromAverage, loadFromCells } from './achilles-load.ts';
import type { Activity, Warning } from './activity.ts';
import { type BestEffort, bestEfforts } from './best-efforts.ts';
import { type ColumnMemory, withLentColumns } from './column-memory.ts';
import { contradictedClimb } from './contradicted-climb.ts';
import { type Grade, grade } from './grade.ts';
import { type HillExposure, hillExposure } from './hill-exposure.ts';
import { INTERVAL_KIND, type Intervals, intervals, isWalking } from './intervals.ts';
import { INDOOR_SUB_SPORTS, MIN_MEASURED_SHARE } from './policy.ts';
import { type RunTotals, runTotals } from './run-totals.ts';
import { runWarnings } from './run-warnings.ts';
import { emptyCells, type SpeedGradeCells, speedGradeCells } from './speed-grade-cells.ts';

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

/** Never fails: what the activity does not tell is `null` and, where the runner should know, a warning. */
export function runExposure(activity: Activity): RunExposure {
  // Nothing below keeps a column of the run: the exposure is sums, and cells of its own.
  return withLentColumns((memory) => exposure(activity, memory));
}

function exposure(activity: Activity, memory: ColumnMemory): RunExposure {
  const { samples } = activity;
  const recorded = intervals(activity, memory);
  const share = recorded === null ? 0 : measuredShare(activity, recorded);
  // Exposures of a small part of the run would pass for those of the whole: better unknown than too small.
  const run = share < MIN_MEASURED_SHARE ? null : recorded;
  const slope = run === null ? null : grade(activity, run, memory);
  const cells = run === null ? emptyCells() : speedGradeCells(run, slope?.gradeFraction ?? null);
  const totals = runTotals(activity, recorded);
  const contradicted = contradictedClimb(activity, slope, share);
  const fromSamples = run !== null;
  const load = fromSamples ? loadFromCells(cells) : averageLoad(totals);
  return {
    ...totals,
    movingS: run === null ? null : secondsOf(run, 'walking') + secondsOf(run, 'running'),
    ...climbOf(activity, slope, contradicted !== null),
    sampleCount: samples.count,
    hills: run === null || slope === null ? null : hillExposure(run, slope.gradeFraction),
    cells,
    ...(run === null ? NO_EFFORTS : bestEfforts(samples.timeS, run)),
    load,
    loadOrigin: load === null ? null : fromSamples ? 'samples' : 'session-average',
    warnings: runWarnings(activity, recorded, slope, contradicted, share),
  };
}

/** Part of the session's time in which the samples tell what was run; 1 where the session has no totals to compare. */
function measuredShare({ session }: Activity, run: Intervals): number {
  if (session.timerS === null || session.timerS <= 0 || session.distanceM === null) return 1;
  const measuredS =
    secondsOf(run, 'standing') + secondsOf(run, 'walking') + secondsOf(run, 'running');
  return measuredS / session.timerS;
}

function secondsOf({ byKind }: Intervals, kind: keyof typeof INTERVAL_KIND): number {
  return byKind.timerS[INTERVAL_KIND[kind]] as number;
}

const NO_EFFORTS = { bestEfforts: [], top10sSpeedMps: null };

/** The sport is trusted where nothing else tells walking: a slow run is no walk for want of a cadence. */
function averageLoad({ distanceM, timerS, avgCadenceSpm }: RunTotals): AchillesLoad | null {
  if (distanceM === null || timerS === null || distanceM <= 0 || timerS <= 0) return null;
  const isWalk = avgCadenceSpm !== null && isWalking(distanceM / timerS, avgCadenceSpm);
  return loadFromAverage(distanceM, timerS, isWalk);
}

type ClimbTotals = Pick<
  RunExposure,
  'ascentM' | 'descentM' | 'ascentOrigin' | 'derivedAscentM' | 'derivedDescentM'
>;

/** The device's totals where it has any that can be true: it saw more than it wrote down. */
function climbOf(
  { session, subSport }: Activity,
  slope: Grade | null,
  isContradicted: boolean,
): ClimbTotals {
  const derivedAscentM = slope?.ascentM ?? null;
  const derivedDescentM = slope?.descentM ?? null;
  const derived = { derivedAscentM, derivedDescentM };
  // Without altitude a device writes 0 for "do not know"; indoors it measures the weather.
  const deviceKnows =
    session.ascentM !== null &&
    !isContradicted &&
    !INDOOR_SUB_SPORTS.has(subSport ?? '') &&
    (slope !== null || session.ascentM > 0);
  return deviceKnows
    ? {
        ...derived,
        ascentM: session.ascentM,
        descentM: session.descentM ?? derivedDescentM,
        ascentOrigin: 'device',
      }
    : {
        ...derived,
        ascentM: derivedAscentM,
        descentM: derivedDescentM,
        ascentOrigin: slope === null ? null : 'derived',
      };
}
