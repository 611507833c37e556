/**
 * Another shoe at the same volume (clinical advice): a model never worn before, or one taken out after 30 days whose heel
 * stands lower than those of these days. Quiet in a week of less running, which is how a shoe is changed.
 */
import type { JudgedRun } from '../judged-run.ts';
import { addDays, toEpochDay } from '../local-date.ts';
import {
  LOWER_DROP_MM,
  NONE_BEFORE_MIN_RUNS,
  REDUCED_WEEK_BASELINE_WEEKS,
  REDUCED_WEEK_SHARE,
  SESSION_WINDOW_DAYS,
  WEEK_DAYS,
} from '../policy.ts';
import type { RollingWeek } from '../rolling-week.ts';
import { runsOfDays } from '../runs-of-days.ts';
import type { Shoe } from '../shoe.ts';
import { bareFlag } from './bare-flag.ts';
import type { Flag } from './flag.ts';
import type { Rule } from './rule.ts';
import { sessionWindow } from './session-flag.ts';

export const shoeChange: Rule = {
  id: 'shoe-change',
  judge: ({ runs, days, rolling }) => {
    const raised: Flag[] = [];
    const lastWorn = new Map<string, number>();
    for (const run of runs) {
      if (run.shoe == null) continue;
      const day = toEpochDay(run.localDate) - days.firstDay;
      const wornDay = lastWorn.get(run.shoe.name) ?? null;
      lastWorn.set(run.shoe.name, day);
      if (wornDay !== null && wornDay >= day - SESSION_WINDOW_DAYS) continue;
      const before = runsOfDays(runs, days, day - SESSION_WINDOW_DAYS, day - 1);
      const change = changeTo(run.shoe, wornDay === null, before);
      if (change !== null && !isReduced(rolling, day)) raised.push(flagOf(run, change));
    }
    return raised;
  },
};

type Change = Pick<Flag, 'quantity' | 'observed' | 'threshold' | 'baseline'>;

/** `null` where too little is known of the shoes before, or the shoe is neither new nor lower. */
function changeTo(shoe: Shoe, isNew: boolean, before: readonly JudgedRun[]): Change | null {
  const shoes = before.flatMap((run) => run.shoe ?? []);
  if (shoes.length < NONE_BEFORE_MIN_RUNS) return null;
  const dropMm = heelDropMm(shoe);
  const drops = shoes.flatMap((other) => heelDropMm(other) ?? []);
  if (dropMm !== null && drops.length >= NONE_BEFORE_MIN_RUNS) {
    const baseline = drops.reduce((sum, mm) => sum + mm, 0) / drops.length;
    const threshold = baseline - LOWER_DROP_MM;
    if (dropMm <= threshold) {
      return { quantity: 'heelDropMm', observed: dropMm, threshold, baseline };
    }
  }
  return isNew ? { quantity: 'newShoes', observed: 1, threshold: null, baseline: null } : null;
}

/** How far the heel stands above the forefoot, a lift under it included. */
const heelDropMm = ({ dropMm, heelLiftMm }: Shoe): number | null =>
  dropMm === null ? null : dropMm + (heelLiftMm ?? 0);

/** The seven days up to the day `day` against the mean of the four weeks before; where nothing is known of those, not reduced. */
function isReduced({ sums, isComplete }: RollingWeek, day: number): boolean {
  let [sum, weeks] = [0, 0];
  for (let week = 1; week <= REDUCED_WEEK_BASELINE_WEEKS; week += 1) {
    const end = day - week * WEEK_DAYS;
    if (isComplete.distanceM[end] !== 1) continue;
    sum += sums.distanceM[end] as number;
    weeks += 1;
  }
  return weeks > 0 && (sums.distanceM[day] as number) < (REDUCED_WEEK_SHARE * sum) / weeks;
}

const flagOf = (run: JudgedRun, change: Change): Flag =>
  bareFlag({
    rule: 'shoe-change',
    date: run.localDate,
    level: 'note',
    ...change,
    baselineDate: change.baseline === null ? null : addDays(run.localDate, -1),
    window: sessionWindow(run),
    runs: [run.id],
    evidence: ['clinical'],
    subject: run.shoe?.name ?? null,
  });
