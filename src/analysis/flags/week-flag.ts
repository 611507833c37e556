/**
 * Whether the seven days up to one day lie beyond the usual range, as that day knew it. Three things keep it quiet that a
 * bare comparison would report: a rise too small to matter, a run that was only moved, a day of rest.
 */
import type { DailyLoad } from '../daily-load.ts';
import type { JudgedRun } from '../judged-run.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import {
  USUAL_RANGE_WEEKS,
  WEEK_ABOVE_RATIO,
  WEEK_DAYS,
  WEEK_FLOORS,
  WEEK_WELL_ABOVE_RATIO,
} from '../policy.ts';
import type { RollingWeek } from '../rolling-week.ts';
import { runQuantity } from '../run-quantity.ts';
import { runsOfDays } from '../runs-of-days.ts';
import { usualLevel } from '../usual-level.ts';
import { type UsualRange, usualRange } from '../usual-range.ts';
import type { EvidenceGrade, Flag, LoadQuantity } from './flag.ts';
import { isOnlyMoved } from './moved-run.ts';

/** In the order in which they are judged. */
export const WEEK_QUANTITIES = ['distanceM', 'ascentM', 'uphillM', 'fastM', 'loadAeKm'] as const;

/** Weekly distance: studies disagree. The load: our own estimate. */
const EVIDENCE: Record<LoadQuantity, readonly EvidenceGrade[]> = {
  distanceM: ['cohort'],
  ascentM: ['clinical'],
  uphillM: ['clinical'],
  fastM: ['clinical'],
  loadAeKm: ['heuristic'],
};

export interface WeekInput {
  runs: readonly JudgedRun[];
  days: DailyLoad;
  rolling: RollingWeek;
}

/** The flag of the seven days ending on the day `dayIndex` of the history, or `null` when they are usual or cannot be judged. */
export function weekFlag(input: WeekInput, quantity: LoadQuantity, dayIndex: number): Flag | null {
  const observed = input.rolling.sums[quantity][dayIndex] as number;
  const range = usualRange(input.rolling, quantity, dayIndex);
  if (range === null) return null;
  const level = usualLevel(quantity, observed, range);
  if (level === 'usual' || level === 'not-enough-data') return null;
  if (isOnlyMoved(input.days, quantity, dayIndex)) return null;
  if (addsTo(input.days, quantity, dayIndex)) {
    return flagOf(input, quantity, dayIndex, observed, range, level);
  }
  // The range moves on with the days, so a day of rest can seem to rise against it.
  const dayBefore = weekFlag(input, quantity, dayIndex - 1);
  if (dayBefore === null) return null;
  const notRisen = dayBefore.level === 'note' ? 'above' : level;
  return flagOf(input, quantity, dayIndex, observed, range, notRisen);
}

/** Whether the day itself holds some of the quantity. */
export function addsTo(days: DailyLoad, quantity: LoadQuantity, dayIndex: number): boolean {
  return (days.minimum[quantity][dayIndex] as number) > 0;
}

function flagOf(
  { runs, days, rolling }: WeekInput,
  quantity: LoadQuantity,
  dayIndex: number,
  observed: number,
  range: UsualRange,
  level: 'above' | 'well-above',
): Flag {
  const date = rolling.dates[dayIndex] as LocalDate;
  const isWellAbove = level === 'well-above';
  const contributing = runsOfDays(runs, days, dayIndex - WEEK_DAYS + 1, dayIndex).filter(
    (run) => (runQuantity(run, quantity) ?? 0) > 0,
  );
  return {
    rule: 'week-above-usual',
    date,
    level: isWellAbove ? 'above' : 'note',
    quantity,
    observed,
    threshold: Math.max(
      range.high * (isWellAbove ? WEEK_WELL_ABOVE_RATIO : WEEK_ABOVE_RATIO),
      range.high + WEEK_FLOORS[quantity],
    ),
    baseline: range.high,
    baselineLow: range.low,
    baselineDate: range.highDate,
    ratio: range.high === 0 ? null : observed / range.high,
    window: {
      from: addDays(date, 1 - (USUAL_RANGE_WEEKS + 1) * WEEK_DAYS),
      to: addDays(date, -WEEK_DAYS),
    },
    runs: contributing.map((run) => run.id),
    evidence: [...EVIDENCE[quantity]],
    subject: null,
    raisedBy: [],
    parts: [],
  };
}
