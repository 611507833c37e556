/**
 * Months for charts that reach beyond a year: each is the average of the whole weeks that lie mostly in it, so a month
 * compares with a week and a long month does not look like more running. The running week takes part in no average.
 */
import type { DailyLoad } from './daily-load.ts';
import type { CheckIn, Diary } from './diary.ts';
import type { JudgedRun } from './judged-run.ts';
import { addDays, type LocalDate, toEpochDay } from './local-date.ts';
import { medianOf } from './median.ts';
import type { RollingWeek } from './rolling-week.ts';
import type { RunVolume } from './run-volume.ts';
import { type SessionComparison, sessionComparison } from './session-comparison.ts';
import { type SevenDayLoad, sevenDayLoad } from './seven-day-load.ts';
import type { SpeedBandName } from './speed-exposure.ts';
import type { WeekLoad } from './weekly-load.ts';
import { worstPain } from './worst-pain.ts';

export const MONTH_QUANTITIES = [
  'distanceM',
  'ascentM',
  'descentM',
  'fastDownhillS',
  'fastS',
] as const;
export type MonthQuantity = (typeof MONTH_QUANTITIES)[number];

/** What was said in a calendar month, of any of its days. */
export interface SymptomMonth {
  daysSaid: number;
  /** Median of what was said of its mornings, 0–10. */
  stiffness: number | null;
  /** The worst pain, 0–10. */
  pain: number | null;
  /** Mornings after a run that were worse. */
  worseMornings: number;
}

export interface MonthLoad {
  /** In the month, also where its first week begins before. */
  start: LocalDate;
  /** Last day of its last week. */
  end: LocalDate;
  runCount: number;
  /** Of its average week; `null` when nothing is known. A minimum when `unknownRuns` > 0. */
  quantities: Record<MonthQuantity, { value: number | null; unknownRuns: number }>;
  volume: RunVolume;
  /** Seconds; `null` when nobody can tell what is fast. */
  speedBandsS: Record<SpeedBandName, number> | null;
  /** Mean of the 7-day load at the ends of its weeks. */
  load: SevenDayLoad | null;
  /** The run furthest beyond the longest of the 30 days before it. */
  topSession: SessionComparison | null;
  symptoms: SymptomMonth | null;
}

export interface MonthlyLoadInput {
  /** In order of their days. */
  runs: readonly JudgedRun[];
  days: DailyLoad;
  rolling: RollingWeek;
  diary: Pick<Diary, 'checkIns'>;
}

/** Of `weeks`, oldest first; a month without a whole week is left out. Knows nothing after `lastDate`. */
export function monthlyLoad(
  { runs, days, rolling, diary }: MonthlyLoadInput,
  weeks: readonly WeekLoad[],
  lastDate: LocalDate,
): MonthLoad[] {
  const whole = weeks.filter((week) => !week.isPartial);
  const [first] = whole;
  if (first === undefined) return [];
  const from = `${monthOf(first)}-01`;
  const isAsked = (date: LocalDate) => date >= from && date <= lastDate;
  const runsOf = byKey(
    runs.filter(({ localDate }) => isAsked(localDate)),
    ({ localDate }) => localDate.slice(0, 7),
  );
  const checkInsOf = byKey(
    diary.checkIns.filter(({ date }) => isAsked(date)),
    ({ date }) => date.slice(0, 7),
  );
  const loadAt = ({ end }: WeekLoad) =>
    sevenDayLoad(days, rolling, toEpochDay(end) - days.firstDay);
  return [...byKey(whole, monthOf)].map(([month, ofMonth]) => ({
    ...averageWeek(month, ofMonth),
    load: averageLoad(ofMonth.flatMap((week) => loadAt(week) ?? [])),
    topSession: furthest((runsOf.get(month) ?? []).flatMap((run) => sessionComparison(run) ?? [])),
    symptoms: symptomMonth(checkInsOf.get(month) ?? []),
  }));
}

/** `2026-07`: the month that holds most of the week's days is that of its fourth. */
export const monthOf = ({ start }: Pick<WeekLoad, 'start'>): string =>
  addDays(start, 3).slice(0, 7);

/** The month is named by its start, so that lies in it even when its first week begins before. */
const startIn = (month: string, start: LocalDate): LocalDate =>
  start.slice(0, 7) === month ? start : (`${month}-01` as LocalDate);

function averageWeek(
  month: string,
  weeks: readonly WeekLoad[],
): Pick<MonthLoad, 'start' | 'end' | 'runCount' | 'quantities' | 'volume' | 'speedBandsS'> {
  const first = weeks[0] as WeekLoad;
  const last = weeks[weeks.length - 1] as WeekLoad;
  const quantities = {} as MonthLoad['quantities'];
  for (const name of MONTH_QUANTITIES) {
    quantities[name] = {
      value: mean(weeks.flatMap((week) => week.quantities[name].value ?? [])),
      unknownRuns: sum(weeks.map((week) => week.quantities[name].unknownRuns)),
    };
  }
  const average = (read: (volume: RunVolume) => number) =>
    sum(weeks.map(({ volume }) => read(volume))) / weeks.length;
  return {
    start: startIn(month, first.start),
    end: last.end,
    runCount: sum(weeks.map(({ runIds }) => runIds.length)),
    quantities,
    volume: {
      flatM: average(({ flatM }) => flatM),
      hillM: average(({ hillM }) => hillM),
      fastM: average(({ fastM }) => fastM),
      gradeUnknownM: average(({ gradeUnknownM }) => gradeUnknownM),
    },
    speedBandsS: averageBands(weeks),
  };
}

/** A week without a run has no running in any band: that is known. */
function averageBands(weeks: readonly WeekLoad[]): MonthLoad['speedBandsS'] {
  const known = weeks.filter(
    ({ speedBands, runIds }) => speedBands !== null || runIds.length === 0,
  );
  if (known.length === 0) return null;
  const average = (band: SpeedBandName) =>
    sum(known.map(({ speedBands }) => speedBands?.[band].seconds ?? 0)) / known.length;
  return {
    easy: average('easy'),
    steady: average('steady'),
    fast: average('fast'),
    veryFast: average('veryFast'),
  };
}

function averageLoad(loads: readonly SevenDayLoad[]): SevenDayLoad | null {
  const loadAeKm = mean(loads.map((load) => load.loadAeKm));
  const lowAeKm = mean(loads.map((load) => load.lowAeKm));
  const highAeKm = mean(loads.map((load) => load.highAeKm));
  if (loadAeKm === null || lowAeKm === null || highAeKm === null) return null;
  return { loadAeKm, lowAeKm, highAeKm };
}

function furthest(sessions: readonly SessionComparison[]): SessionComparison | null {
  const ratioOf = (session: SessionComparison): number => session.ratio ?? 0;
  return sessions.reduce<SessionComparison | null>(
    (top, session) => (top === null || ratioOf(session) > ratioOf(top) ? session : top),
    null,
  );
}

function symptomMonth(checkIns: readonly CheckIn[]): SymptomMonth | null {
  if (checkIns.length === 0) return null;
  const stiffness = checkIns.flatMap((checkIn) => checkIn.stiffness ?? []);
  const pain = checkIns.flatMap((checkIn) => worstPain(checkIn) ?? []);
  return {
    daysSaid: checkIns.length,
    stiffness: stiffness.length === 0 ? null : medianOf(stiffness),
    pain: pain.length === 0 ? null : Math.max(...pain),
    worseMornings: checkIns.filter(({ nextDayResponse }) => nextDayResponse === 'worse').length,
  };
}

function byKey<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const mean = (known: readonly number[]): number | null =>
  known.length === 0 ? null : sum(known) / known.length;
