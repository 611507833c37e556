/**
 * The history as the dashboard shows it: one status, guidance, flags in order, a year of weeks and the months before it,
 * the rolling load line, session spikes, symptoms. Numbers and names only; sentences are made in `web/words`. Bounded: ten
 * years are little larger than one, because all of it crosses from the athlete's object to the page.
 */
import { countUpTo } from './count-up-to.ts';
import { type DashboardStatus, dashboardStatus } from './dashboard-status.ts';
import type { CheckIn, OtherSport } from './diary.ts';
import type { Flag } from './flags/flag.ts';
import { inOrder } from './flags/order.ts';
import { flagsAsOf } from './flags-as-of.ts';
import { type Guidance, guidanceOn } from './guidance.ts';
import type { History } from './history.ts';
import { type LoadLine, loadLine } from './load-line.ts';
import { addDays, daysBetween, type LocalDate, toEpochDay } from './local-date.ts';
import { type MonthLoad, monthlyLoad, monthOf } from './monthly-load.ts';
import { REOPEN_AT_LAST_RUN_WEEKS, SHOWN_WEEKS, WEEK_DAYS } from './policy.ts';
import { type SessionComparison, sessionComparison } from './session-comparison.ts';
import { type SymptomStrip, symptomStrip } from './symptom-strip.ts';
import { type WeekLoad, weekQuantities, weekUpTo } from './weekly-load.ts';

export type { DashboardStatus, StatusKind } from './dashboard-status.ts';
export type { Guidance, GuidanceReason } from './guidance.ts';
export type { LoadLine } from './load-line.ts';
export type { MonthLoad } from './monthly-load.ts';
export type { SessionComparison } from './session-comparison.ts';
export type { SymptomDay, SymptomStrip } from './symptom-strip.ts';

/** A flag that the runner has put aside, and the last day on which it stays so. */
export interface HiddenFlag {
  flag: Flag;
  until: LocalDate;
}

export interface DashboardView {
  /** The runner's day. */
  today: LocalDate;
  /** The day looked at: `today`, or the last day with a run or a check-in when that lies more than 12 weeks back, or a chosen past day. */
  asOf: LocalDate;
  status: DashboardStatus;
  /** What the tendon itself says; outranks the status. */
  guidance: Guidance;
  /** In the order in which they are shown; the first three first. Weekly ones as of `asOf`, the others of the 7 days up to it. */
  flags: Flag[];
  /** Put aside by the runner: neither in `flags` nor in the status. */
  hiddenFlags: HiddenFlag[];
  /** The seven days up to `asOf`: what the status speaks of, whatever the weekday. `null` without a run. */
  lastSevenDays: WeekLoad['quantities'] | null;
  /** The last 53 up to the week of `asOf`, oldest first. */
  weeks: WeekLoad[];
  /** The whole history by month; `null` while `weeks` hold all of it. */
  months: MonthLoad[] | null;
  /** From the first day of `weeks`. */
  loadLine: LoadLine | null;
  /** The runs of `weeks`, oldest first; those without a distance are left out. */
  sessions: SessionComparison[];
  /** The days of `weeks`; `null` where no day of them has a word. */
  symptoms: SymptomStrip | null;
  /** Of the days of `weeks`, oldest first. */
  otherSports: OtherSport[];
  /** The last one up to `asOf`. */
  lastCheckIn: CheckIn | null;
}

/**
 * As of a chosen past day, only what was known at the end of that day is shown, whatever `history` holds after it. `hiddenUntil` tells of a
 * flag how long the runner has put it aside; the status rests on the others.
 */
export function dashboardView(
  history: History,
  today: LocalDate,
  chosen?: LocalDate,
  hiddenUntil: (flag: Flag) => LocalDate | null = () => null,
): DashboardView {
  const asOf = chosen ?? dayToOpenAt(history, today);
  // Of a runner long away the last weeks are shown, but nobody is held by what they said then.
  const knownOn = asOf < today ? (chosen ?? today) : asOf;
  const { days, diary } = history;
  const lastIndex = Math.min(toEpochDay(asOf) - days.firstDay, days.count - 1);
  const runs = history.runs.slice(0, days.runsBefore[Math.max(lastIndex + 1, 0)]);
  const raised = inOrder(flagsAsOf(history, asOf, lastIndex, knownOn), diary.profile.spot);
  const flags = raised.filter((flag) => hiddenUntil(flag) === null);
  return {
    today,
    asOf,
    status: dashboardStatus({ ...history, runs }, flags, lastIndex, chosen ?? today),
    guidance: guidanceOn(diary, knownOn),
    flags,
    hiddenFlags: raised.flatMap((flag) => {
      const until = hiddenUntil(flag);
      return until === null ? [] : [{ flag, until }];
    }),
    lastSevenDays: lastIndex < 0 ? null : sevenDaysTo(history, lastIndex),
    lastCheckIn: diary.checkIns[countUpTo(diary.checkIns, asOf) - 1] ?? null,
    ...(lastIndex < 0
      ? NO_PAST
      : pastOf({ ...history, runs }, asOf, lastIndex, chosen !== undefined)),
  };
}

function dayToOpenAt({ runs, diary }: History, today: LocalDate): LocalDate {
  const lastRunDate = runs.at(-1)?.localDate ?? today;
  if (lastRunDate > today) return lastRunDate;
  const lastSaid = diary.checkIns[countUpTo(diary.checkIns, today) - 1]?.date ?? lastRunDate;
  const lastDate = lastSaid > lastRunDate ? lastSaid : lastRunDate;
  return daysBetween(lastDate, today) / WEEK_DAYS > REOPEN_AT_LAST_RUN_WEEKS ? lastDate : today;
}

type Past = Pick<
  DashboardView,
  'weeks' | 'months' | 'loadLine' | 'sessions' | 'symptoms' | 'otherSports'
>;

const NO_PAST: Past = {
  weeks: [],
  months: null,
  loadLine: null,
  sessions: [],
  symptoms: null,
  otherSports: [],
};

/** What charts draw. `history` holds no run after `asOf`. */
function pastOf(history: History, asOf: LocalDate, lastIndex: number, isChosen: boolean): Past {
  const { runs, days, rolling, diary } = history;
  const all = weeksAsOf(history, asOf, isChosen);
  const weeks = all.slice(-SHOWN_WEEKS);
  const first = (weeks[0] as WeekLoad).start;
  const firstIndex = Math.max(0, toEpochDay(first) - days.firstDay);
  const isShown = ({ date }: { date: LocalDate }) => date >= first && date <= asOf;
  const strip = symptomStrip(diary, runs, first, asOf);
  return {
    weeks,
    months: all.length === weeks.length ? null : monthsAsOf(history, all, asOf),
    loadLine: loadLine(days, rolling, lastIndex, firstIndex),
    sessions: runs
      .slice(days.runsBefore[firstIndex])
      .flatMap((run) => sessionComparison(run) ?? []),
    symptoms:
      strip.days.every((day) => day === null) && strip.shoeChanges.length === 0 ? null : strip,
    otherSports: diary.otherSports.filter(isShown),
  };
}

/** A chosen past day cuts its week short, as it was then; else only the weeks after `asOf` fall away. */
function weeksAsOf(history: History, asOf: LocalDate, isChosen: boolean): WeekLoad[] {
  const weeks = history.weeks.filter(({ start }) => start <= asOf);
  const last = weeks.at(-1);
  if (!isChosen || last === undefined || last.end <= asOf) return weeks;
  return [...weeks.slice(0, -1), weekUpTo(history, asOf)];
}

/** Months that were over a week before stay as the whole history has them; the others are averaged of what the day knew. */
function monthsAsOf(history: History, weeks: readonly WeekLoad[], asOf: LocalDate): MonthLoad[] {
  const open = addDays(asOf, -WEEK_DAYS).slice(0, 7);
  const recent = weeks.slice(-OPEN_WEEKS).filter((week) => monthOf(week) >= open);
  return [
    ...history.months.filter(({ start }) => start.slice(0, 7) < open),
    ...monthlyLoad(history, recent, asOf),
  ];
}

/** More weeks than two months hold. */
const OPEN_WEEKS = 10;

function sevenDaysTo({ runs, days, rolling }: History, lastIndex: number): WeekLoad['quantities'] {
  const first = Math.max(0, lastIndex - WEEK_DAYS + 1);
  const ofWindow = runs.slice(days.runsBefore[first], days.runsBefore[lastIndex + 1]);
  return weekQuantities(ofWindow, rolling, lastIndex);
}
