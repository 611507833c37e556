/**
 * The history as the dashboard shows it: one status, flags in order, weeks, the rolling load line and session spikes.
 * Numbers and names only; sentences are made in `web/words`.
 */
import { type DashboardStatus, dashboardStatus } from './dashboard-status.ts';
import type { Flag } from './flags/flag.ts';
import { inOrder } from './flags/order.ts';
import { WEEK_QUANTITIES, weekFlag } from './flags/week-flag.ts';
import type { History } from './history.ts';
import type { JudgedRun } from './judged-run.ts';
import { type LoadLine, loadLine } from './load-line.ts';
import { addDays, daysBetween, type LocalDate, toEpochDay } from './local-date.ts';
import { REOPEN_AT_LAST_RUN_WEEKS, SHOWN_FLAG_DAYS, WEEK_DAYS } from './policy.ts';
import { type WeekLoad, weeklyLoad, weekQuantities } from './weekly-load.ts';

export type { DashboardStatus, StatusKind } from './dashboard-status.ts';
export type { LoadLine } from './load-line.ts';

/** A run against the longest of the 30 days before it. */
export interface SessionComparison {
  runId: string;
  date: LocalDate;
  distanceM: number;
  longestBeforeM: number | null;
  longestBeforeDate: LocalDate | null;
  /** distance ÷ longest before; `null` without a baseline. */
  ratio: number | null;
}

/** A flag that the runner has put aside, and the last day on which it stays so. */
export interface HiddenFlag {
  flag: Flag;
  until: LocalDate;
}

export interface DashboardView {
  /** The runner's day. */
  today: LocalDate;
  /** The day looked at: `today`, or the last run's day when that lies more than 12 weeks back, or a chosen past day. */
  asOf: LocalDate;
  status: DashboardStatus;
  /** In the order in which they are shown; the first three first. Weekly ones as of `asOf`, the others of the 7 days up to it. */
  flags: Flag[];
  /** Put aside by the runner: neither in `flags` nor in the status. */
  hiddenFlags: HiddenFlag[];
  /** The seven days up to `asOf`: what the status speaks of, whatever the weekday. `null` without a run. */
  lastSevenDays: WeekLoad['quantities'] | null;
  /** From the first run's week to the week of `asOf`. */
  weeks: WeekLoad[];
  loadLine: LoadLine | null;
  /** Oldest first; runs without a distance are left out. */
  sessions: SessionComparison[];
}

/**
 * As of a chosen past day, only what was known at the end of that day is shown, whatever `history` holds after it. `hiddenUntil` tells of a
 * flag how long the runner has put it aside; the status rests on the others.
 */
export function dashboardView(
  history: History,
  today: LocalDate,
  asOf?: LocalDate,
  hiddenUntil: (flag: Flag) => LocalDate | null = () => null,
): DashboardView {
  const shown = asOf ?? dayToOpenAt(history, today);
  const lastIndex = Math.min(toEpochDay(shown) - history.days.firstDay, history.days.count - 1);
  const runs = history.runs.slice(0, history.days.runsBefore[Math.max(lastIndex + 1, 0)]);
  const raised = lastIndex < 0 ? [] : inOrder(flagsAsOf(history, lastIndex));
  const flags = raised.filter((flag) => hiddenUntil(flag) === null);
  return {
    today,
    asOf: shown,
    status: dashboardStatus({ ...history, runs }, flags, lastIndex, asOf ?? today),
    flags,
    hiddenFlags: raised.flatMap((flag) => {
      const until = hiddenUntil(flag);
      return until === null ? [] : [{ flag, until }];
    }),
    lastSevenDays: lastIndex < 0 ? null : sevenDaysTo(history, lastIndex),
    weeks: weeksAsOf(history, shown, asOf !== undefined),
    loadLine: lastIndex < 0 ? null : loadLine(history.days, history.rolling, lastIndex),
    sessions: runs.flatMap(comparisonOf),
  };
}

function dayToOpenAt(history: History, today: LocalDate): LocalDate {
  const lastRunDate = history.runs.at(-1)?.localDate ?? today;
  const weeksAway = daysBetween(lastRunDate, today) / WEEK_DAYS;
  return lastRunDate > today || weeksAway > REOPEN_AT_LAST_RUN_WEEKS ? lastRunDate : today;
}

/**
 * A weekly flag speaks of seven days that move on, so it is judged afresh; the others keep the day on which they were raised. A stack that a
 * further kind has joined is told once, as the later one.
 */
function flagsAsOf(history: History, lastIndex: number): Flag[] {
  const asOf = history.days.dates[lastIndex] as LocalDate;
  const from = addDays(asOf, 1 - SHOWN_FLAG_DAYS);
  const raised = history.flags.filter(({ date }) => date >= from && date <= asOf);
  const lastStack = raised.filter(({ rule }) => rule === 'stacked-increases').at(-1);
  const ofRuns = raised.filter(
    (flag) =>
      flag.rule !== 'week-above-usual' && (flag.rule !== 'stacked-increases' || flag === lastStack),
  );
  const weekly = WEEK_QUANTITIES.flatMap(
    (quantity) => weekFlag(history, quantity, lastIndex) ?? [],
  );
  return [...ofRuns, ...weekly];
}

function sevenDaysTo({ runs, days, rolling }: History, lastIndex: number): WeekLoad['quantities'] {
  const first = Math.max(0, lastIndex - WEEK_DAYS + 1);
  const ofWindow = runs.slice(days.runsBefore[first], days.runsBefore[lastIndex + 1]);
  return weekQuantities(ofWindow, rolling, lastIndex);
}

/** A chosen past day cuts its week short, as it was then; else only the weeks after `asOf` fall away. */
function weeksAsOf(history: History, asOf: LocalDate, isChosen: boolean): WeekLoad[] {
  return isChosen ? weeklyLoad(history, asOf) : history.weeks.filter((week) => week.start <= asOf);
}

function comparisonOf({ id, localDate, exposure, before }: JudgedRun): SessionComparison[] {
  const { distanceM } = exposure;
  if (distanceM === null) return [];
  const longest = before.baselines.distanceM;
  return [
    {
      runId: id,
      date: localDate,
      distanceM,
      longestBeforeM: longest?.largest ?? null,
      longestBeforeDate: longest?.date ?? null,
      ratio: longest === null || longest.largest === 0 ? null : distanceM / longest.largest,
    },
  ];
}
