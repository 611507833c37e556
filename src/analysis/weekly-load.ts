/** Calendar weeks for charts, each with the usual range that held for it. */

import { DAILY_QUANTITIES, type DailyLoad, type DailyQuantity } from './daily-load.ts';
import type { JudgedRun } from './judged-run.ts';
import {
  type EpochDay,
  fromEpochDay,
  type LocalDate,
  startOfWeek,
  toEpochDay,
  type WeekStart,
} from './local-date.ts';
import { WEEK_DAYS } from './policy.ts';
import type { RollingWeek } from './rolling-week.ts';
import { runQuantity } from './run-quantity.ts';
import type { RunVolume } from './run-volume.ts';
import type { SpeedBandName, SpeedExposure } from './speed-exposure.ts';
import { usualLevel } from './usual-level.ts';
import { type UsualLevel, type UsualRange, usualRange } from './usual-range.ts';

export interface WeekQuantity {
  /** Sum of what is known; a minimum when `unknownRuns` > 0; `null` when every run of the week lacks it. */
  value: number | null;
  /** Runs of the week that lack this quantity. */
  unknownRuns: number;
  /** Usual range judged at the week's last day (today, for the running week); `null`: not enough data. */
  usual: UsualRange | null;
  level: UsualLevel;
}

export interface WeekLoad {
  start: LocalDate;
  end: LocalDate;
  /** True for the week that holds today, unless today is its last day. */
  isPartial: boolean;
  runIds: string[];
  quantities: Record<DailyQuantity, WeekQuantity>;
  /**
   * Each metre once, together the week's distance. Fast wins over hill (beyond ±5 %), hill over flat; metres whose grade
   * is unknown and that are not fast stand apart.
   */
  volume: RunVolume;
  speedBands: SpeedExposure['bands'] | null;
}

export interface WeeklyLoadInput {
  runs: readonly JudgedRun[];
  days: DailyLoad;
  rolling: RollingWeek;
  weekStart: WeekStart;
}

/** From the first run's week to the week of `lastDate`, knowing no run after it. */
export function weeklyLoad(input: WeeklyLoadInput, lastDate: LocalDate): WeekLoad[] {
  const { days, weekStart } = input;
  const lastDay = Math.min(toEpochDay(lastDate), days.firstDay + days.count - 1);
  const weeks: WeekLoad[] = [];
  if (lastDay < days.firstDay) return weeks;
  let start = startOfWeek(days.firstDay, weekStart);
  for (; start <= lastDay; start += WEEK_DAYS) weeks.push(weekOf(input, start, lastDay));
  return weeks;
}

/** The week that holds `lastDate`, as that day knew it: cut short after it. */
export function weekUpTo(input: WeeklyLoadInput, lastDate: LocalDate): WeekLoad {
  const lastDay = toEpochDay(lastDate);
  return weekOf(input, startOfWeek(lastDay, input.weekStart), lastDay);
}

function weekOf(input: WeeklyLoadInput, start: EpochDay, lastDay: EpochDay): WeekLoad {
  const { days, rolling } = input;
  const end = start + WEEK_DAYS - 1;
  const first = Math.max(start - days.firstDay, 0);
  const last = Math.min(end, lastDay) - days.firstDay;
  const runs = input.runs.slice(days.runsBefore[first], days.runsBefore[last + 1]);
  return {
    start: fromEpochDay(start),
    end: fromEpochDay(end),
    isPartial: end > lastDay,
    runIds: runs.map((run) => run.id),
    quantities: weekQuantities(runs, rolling, last),
    volume: volumeOf(runs),
    speedBands: speedBandsOf(runs),
  };
}

/** Every quantity of some `runs` of the seven days that end on the day `lastIndex`, against the usual range of that day. */
export function weekQuantities(
  runs: readonly JudgedRun[],
  rolling: RollingWeek,
  lastIndex: number,
): WeekLoad['quantities'] {
  const quantities = {} as WeekLoad['quantities'];
  for (const quantity of DAILY_QUANTITIES) {
    quantities[quantity] = weekQuantity(runs, rolling, quantity, lastIndex);
  }
  return quantities;
}

function weekQuantity(
  runs: readonly JudgedRun[],
  rolling: RollingWeek,
  quantity: DailyQuantity,
  lastIndex: number,
): WeekQuantity {
  let [sum, unknownRuns] = [0, 0];
  for (const run of runs) {
    const value = runQuantity(run, quantity);
    if (value === null) unknownRuns += 1;
    else sum += value;
  }
  const value = runs.length > 0 && unknownRuns === runs.length ? null : sum;
  const usual = usualRange(rolling, quantity, lastIndex);
  return { value, unknownRuns, usual, level: usualLevel(quantity, value, usual) };
}

function volumeOf(runs: readonly JudgedRun[]): RunVolume {
  const sum = { flatM: 0, hillM: 0, fastM: 0, gradeUnknownM: 0 };
  for (const { volume } of runs) {
    if (volume === null) continue;
    sum.flatM += volume.flatM;
    sum.hillM += volume.hillM;
    sum.fastM += volume.fastM;
    sum.gradeUnknownM += volume.gradeUnknownM;
  }
  return sum;
}

function speedBandsOf(runs: readonly JudgedRun[]): SpeedExposure['bands'] | null {
  const known = runs.flatMap(({ speed }) => speed ?? []);
  if (known.length === 0) return null;
  const sum = (band: SpeedBandName) => ({
    seconds: known.reduce((total, { bands }) => total + bands[band].seconds, 0),
    metres: known.reduce((total, { bands }) => total + bands[band].metres, 0),
  });
  return {
    easy: sum('easy'),
    steady: sum('steady'),
    fast: sum('fast'),
    veryFast: sum('veryFast'),
  };
}
