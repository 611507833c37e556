/**
 * Months beyond a year of weeks: each is the average of the whole weeks that lie mostly in it, so a month compares with a
 * week and a long month does not look like more running. The running week takes part in no average.
 */
import { addDays, type LocalDate } from '../../src/analysis/local-date.ts';
import type { LoadReading, Measure, MeasureName, Period, SessionPoint } from './period.ts';

/** `weeks` and `sessions` oldest first. A month without a whole week is left out. */
export function monthsOf(weeks: readonly Period[], sessions: readonly SessionPoint[]): Period[] {
  const whole = weeks.filter((week) => !week.isPartial);
  const byMonth = Map.groupBy(whole, monthOf);
  const sessionsByMonth = Map.groupBy(sessions, (session) => session.date.slice(0, 7));
  return [...byMonth].map(([month, ofMonth]) =>
    monthPeriod(ofMonth, sessionsByMonth.get(month) ?? []),
  );
}

function monthPeriod(weeks: readonly Period[], sessions: readonly SessionPoint[]): Period {
  const first = weeks[0] as Period;
  const last = weeks[weeks.length - 1] as Period;
  const averageMeasure = (name: MeasureName): Measure => ({
    value: mean(weeks.map((week) => week[name].value)),
    unknownRuns: sum(weeks.map((week) => week[name].unknownRuns)),
    usual: null,
    level: 'not-enough-data',
  });
  const averageOf = (read: (week: Period) => number): number => mean(weeks.map(read)) ?? 0;
  const known = weeks.filter((week) => week.speedBands !== null);
  const bandOf = (name: keyof NonNullable<Period['speedBands']>): number =>
    mean(known.map((week) => week.speedBands?.[name] ?? null)) ?? 0;
  return {
    kind: 'month',
    start: startIn(monthOf(first), first.start),
    end: last.end,
    isPartial: false,
    runCount: sum(weeks.map((week) => week.runCount)),
    distanceM: averageMeasure('distanceM'),
    ascentM: averageMeasure('ascentM'),
    descentM: averageMeasure('descentM'),
    fastDownhillS: averageMeasure('fastDownhillS'),
    fastS: averageMeasure('fastS'),
    volume: {
      flatM: averageOf((week) => week.volume.flatM),
      hillM: averageOf((week) => week.volume.hillM),
      fastM: averageOf((week) => week.volume.fastM),
      gradeUnknownM: averageOf((week) => week.volume.gradeUnknownM),
    },
    speedBands:
      known.length === 0
        ? null
        : {
            easyS: bandOf('easyS'),
            steadyS: bandOf('steadyS'),
            fastS: bandOf('fastS'),
            veryFastS: bandOf('veryFastS'),
          },
    load: averageLoad(weeks),
    topSession: furthest(sessions),
  };
}

function averageLoad(weeks: readonly Period[]): LoadReading | null {
  const load = mean(weeks.map((week) => week.load?.load ?? null));
  const low = mean(weeks.map((week) => week.load?.low ?? null));
  const high = mean(weeks.map((week) => week.load?.high ?? null));
  if (load === null || low === null || high === null) return null;
  return { load, low, high, usual: null, level: 'not-enough-data' };
}

function furthest(sessions: readonly SessionPoint[]): SessionPoint | null {
  const ratioOf = (session: SessionPoint): number => session.longestBefore?.ratio ?? 0;
  return sessions.reduce<SessionPoint | null>(
    (top, session) => (top === null || ratioOf(session) > ratioOf(top) ? session : top),
    null,
  );
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** `2026-07`: the month that holds most of the week's days is that of its fourth. */
const monthOf = (week: Pick<Period, 'start'>): string => addDays(week.start, 3).slice(0, 7);

/** The month is named by its start, so that lies in it even when its first week begins before. */
const startIn = (month: string, start: LocalDate): LocalDate =>
  start.slice(0, 7) === month ? start : (`${month}-01` as LocalDate);

/** Rounded mean of what is known, below 10 to a tenth; `null` when nothing is. */
function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const average = sum(known) / known.length;
  return average < 10 ? Math.round(average * 10) / 10 : Math.round(average);
}
