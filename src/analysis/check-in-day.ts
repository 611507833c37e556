/** What the check-in page asks on one day, and what it remembers of the days before. */
import type { CheckIn, Diary, Side, Spot, WarningSign } from './diary.ts';
import { holdsOn } from './guidance.ts';
import type { History } from './history.ts';
import { addDays, daysBetween, type LocalDate } from './local-date.ts';
import { RESPONSE_DAYS } from './policy.ts';

/** Heel raises are counted weekly. */
const HEEL_RAISE_DAYS = 7;
/** Days before today of which a missing check-in is named: further back nobody remembers a morning. */
const MISSED_DAYS = 7;

export interface CheckInDay {
  date: LocalDate;
  today: LocalDate;
  checkIn: CheckIn | null;
  /** Nothing was ever said, of any day. */
  isFirst: boolean;
  /** Where it hurt when that was last said. */
  place: { side: Side | null; spot: Spot | null } | null;
  /** What the morning's answer is about; `null`: no run in the days before. */
  lastRun: DayOfRunning | null;
  /** Worst pain during and after it, as said. */
  lastRunPain: number | null;
  /** Of the day itself. */
  running: DayOfRunning | null;
  isHeelRaiseDue: boolean;
  /** Days without a check-in since the first one, oldest first. */
  missed: LocalDate[];
  /** Ticked now, whatever day the page shows: they are no matter of a day. */
  signs: WarningSign[];
  painCeiling: number;
}

export interface DayOfRunning {
  date: LocalDate;
  /** Of all runs of the day; `null` where one has none. */
  distanceM: number | null;
}

export function checkInDay(
  date: LocalDate,
  today: LocalDate,
  { checkIns, signs, profile }: Pick<Diary, 'checkIns' | 'signs' | 'profile'>,
  runs: History['runs'],
): CheckInDay {
  const before = checkIns.filter((checkIn) => checkIn.date < date).reverse();
  const place = before.find(({ side, spot }) => side !== null || spot !== null);
  const counted = before.find(
    ({ heelRaisesLeft, heelRaisesRight }) => heelRaisesLeft !== null || heelRaisesRight !== null,
  );
  const lastRun = lastRunBefore(date, runs);
  return {
    date,
    today,
    checkIn: checkIns.find((checkIn) => checkIn.date === date) ?? null,
    isFirst: checkIns.length === 0,
    place: place ? { side: place.side, spot: place.spot } : null,
    lastRun,
    lastRunPain: runPain(before.find((checkIn) => checkIn.date === lastRun?.date)),
    running: runningOn(date, runs),
    isHeelRaiseDue: counted === undefined || daysBetween(counted.date, date) >= HEEL_RAISE_DAYS,
    missed: missedDays(checkIns, today),
    signs: signs.filter((ticked) => holdsOn(ticked, today)).map(({ sign }) => sign),
    painCeiling: profile.painCeiling,
  };
}

function lastRunBefore(date: LocalDate, runs: History['runs']): DayOfRunning | null {
  for (let back = 1; back <= RESPONSE_DAYS; back += 1) {
    const running = runningOn(addDays(date, -back), runs);
    if (running !== null) return running;
  }
  return null;
}

function runningOn(date: LocalDate, runs: History['runs']): DayOfRunning | null {
  const distances = runs
    .filter((run) => run.localDate === date)
    .map(({ exposure }) => exposure.distanceM);
  if (distances.length === 0) return null;
  const isKnown = distances.every((distance) => distance !== null);
  return {
    date,
    distanceM: isKnown ? distances.reduce((sum, distance) => sum + distance, 0) : null,
  };
}

function runPain(checkIn: CheckIn | undefined): number | null {
  if (checkIn === undefined) return null;
  const { painDuring, painAfter } = checkIn;
  return painDuring === null && painAfter === null
    ? null
    : Math.max(painDuring ?? 0, painAfter ?? 0);
}

function missedDays(checkIns: readonly CheckIn[], today: LocalDate): LocalDate[] {
  const [first] = checkIns;
  if (first === undefined) return [];
  const said = new Set(checkIns.map(({ date }) => date));
  const days = Array.from({ length: MISSED_DAYS }, (_, index) =>
    addDays(today, index - MISSED_DAYS),
  );
  return days.filter((day) => day > first.date && !said.has(day));
}
