/** Which runs were high ones for this runner: those that a spike rule flagged, and those among the highest loads of the eight weeks before. */
import { exceeds } from '../exceeds.ts';
import type { JudgedRun } from '../judged-run.ts';
import { toEpochDay } from '../local-date.ts';
import {
  HIGH_SESSION_DAYS,
  HIGH_SESSION_MEDIAN_RATIO,
  HIGH_SESSION_MIN_RUNS,
  HIGH_SESSION_QUANTILE,
} from '../policy.ts';
import { quantile } from '../quantile.ts';
import { runQuantity } from '../run-quantity.ts';
import type { Flag, RuleId } from './flag.ts';

const SPIKES: readonly RuleId[] = [
  'session-distance-spike',
  'session-load-spike',
  'speed-spike',
  'hill-spike',
];

/** In order of their days, as `runs` are; `raised` holds the flags of the spike rules. */
export function highSessions(runs: readonly JudgedRun[], raised: readonly Flag[]): JudgedRun[] {
  const spikes = raised.filter(({ rule }) => SPIKES.includes(rule));
  const isSpike = new Set(spikes.flatMap((flag) => flag.runs));
  const loads = runs.map((run) => runQuantity(run, 'loadAeKm'));
  const days = runs.map(({ localDate }) => toEpochDay(localDate));
  const ascending: number[] = [];
  let [entering, leaving] = [0, 0];
  return runs.filter(({ id }, index) => {
    const day = days[index] as number;
    for (; (days[entering] as number) < day; entering += 1) enter(ascending, loads[entering]);
    for (; (days[leaving] as number) < day - HIGH_SESSION_DAYS; leaving += 1) {
      leave(ascending, loads[leaving]);
    }
    return isSpike.has(id) || isHigh(loads[index] ?? null, ascending);
  });
}

function isHigh(load: number | null, ascending: readonly number[]): boolean {
  const count = ascending.length;
  if (load === null || count < HIGH_SESSION_MIN_RUNS) return false;
  return !(
    exceeds(quantile(ascending, count, HIGH_SESSION_QUANTILE), load) ||
    exceeds(HIGH_SESSION_MEDIAN_RATIO * quantile(ascending, count, 1 / 2), load)
  );
}

function enter(ascending: number[], load: number | null | undefined): void {
  if (load != null) ascending.splice(placeOf(ascending, load), 0, load);
}

function leave(ascending: number[], load: number | null | undefined): void {
  if (load != null) ascending.splice(placeOf(ascending, load), 1);
}

/** Of the first value that is not smaller. */
function placeOf(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
