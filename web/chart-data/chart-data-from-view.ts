/** Cuts the dashboard's view down to the data of its charts. Rounded here once, before anybody reads it. */
import type {
  DashboardView,
  LoadLine,
  SessionComparison,
} from '../../src/analysis/dashboard-view.ts';
import { daysBetween, type LocalDate } from '../../src/analysis/local-date.ts';
import { SESSION_ABOVE_RATIO, SESSION_WELL_ABOVE_RATIO } from '../../src/analysis/policy.ts';
import type { SevenDayLoad } from '../../src/analysis/seven-day-load.ts';
import { usualLevel } from '../../src/analysis/usual-level.ts';
import type { WeekLoad, WeekQuantity } from '../../src/analysis/weekly-load.ts';
import type { ChartData, LoadDays } from './chart-data.ts';
import { monthPeriod } from './months.ts';
import type { LoadReading, Measure, Period, SessionPoint } from './period.ts';

const { round } = Math;

export function chartDataFromView(view: DashboardView): ChartData {
  const { loadLine, months } = view;
  const scale = loadLine === null ? round : loadScale(loadLine);
  const readLoad = ({ loadAeKm, lowAeKm, highAeKm }: SevenDayLoad): LoadReading => ({
    load: scale(loadAeKm),
    low: scale(lowAeKm),
    high: scale(highAeKm),
    usual: null,
    level: 'not-enough-data',
  });
  return {
    today: view.today,
    asOf: view.asOf,
    weeks: view.weeks.map((week) => weekPeriod(week, view)),
    months: months?.map((month) => monthPeriod(month, readLoad, sessionPoint)) ?? null,
    loadScale: loadLine === null || loadLine.medianWeekAeKm === null ? 'ae-km' : 'index',
    loadDays: loadLine && loadDays(loadLine),
    sessions: view.sessions.map(sessionPoint),
    symptoms: view.symptoms,
    sessionRatios: { above: SESSION_ABOVE_RATIO, wellAbove: SESSION_WELL_ABOVE_RATIO },
  };
}

function weekPeriod(week: WeekLoad, { asOf, loadLine }: DashboardView): Period {
  const { distanceM, ascentM, descentM, fastDownhillS, fastS } = week.quantities;
  const lastDay = week.end < asOf ? week.end : asOf;
  return {
    kind: 'week',
    start: week.start,
    end: week.end,
    isPartial: week.isPartial,
    runCount: week.runIds.length,
    distanceM: measureOf(distanceM),
    ascentM: measureOf(ascentM),
    descentM: measureOf(descentM),
    fastDownhillS: measureOf(fastDownhillS),
    fastS: measureOf(fastS),
    volume: {
      flatM: round(week.volume.flatM),
      hillM: round(week.volume.hillM),
      fastM: round(week.volume.fastM),
      gradeUnknownM: round(week.volume.gradeUnknownM),
    },
    speedBands: speedBandsOf(week),
    load: loadLine && loadReadingOn(loadLine, lastDay),
    topSession: null,
    symptoms: null,
  };
}

/** A week without a run has no running in any band: that is known. */
function speedBandsOf({ runIds, speedBands }: WeekLoad): Period['speedBands'] {
  if (runIds.length === 0) return { easyS: 0, steadyS: 0, fastS: 0, veryFastS: 0 };
  return (
    speedBands && {
      easyS: round(speedBands.easy.seconds),
      steadyS: round(speedBands.steady.seconds),
      fastS: round(speedBands.fast.seconds),
      veryFastS: round(speedBands.veryFast.seconds),
    }
  );
}

export const measureOf = ({ value, unknownRuns, usual, level }: WeekQuantity): Measure => ({
  value: value === null ? null : round(value),
  unknownRuns,
  usual: usual && { low: round(usual.low), high: round(usual.high) },
  level,
});

/** The line at the end of a day, on the drawn scale; its level is judged before any rounding. */
export function loadReadingOn(line: LoadLine, on: LocalDate): LoadReading | null {
  const index = daysBetween(line.firstDate, on);
  const scale = loadScale(line);
  const loadAeKm = line.loadAeKm[index] ?? null;
  if (loadAeKm === null) return null;
  const [usualLow, usualHigh] = [
    line.usualLowAeKm[index] ?? null,
    line.usualHighAeKm[index] ?? null,
  ];
  const usual = usualLow === null || usualHigh === null ? null : { low: usualLow, high: usualHigh };
  return {
    load: scale(loadAeKm),
    low: scale(line.lowAeKm[index] ?? loadAeKm),
    high: scale(line.highAeKm[index] ?? loadAeKm),
    usual: usual && { low: scale(usual.low), high: scale(usual.high) },
    level: usualLevel('loadAeKm', loadAeKm, usual && { ...usual, highDate: on }),
  };
}

/** Percent of the median week, or AE-km to a tenth while there is no median yet. */
function loadScale({ medianWeekAeKm: median }: LoadLine): (aeKm: number) => number {
  return (aeKm) =>
    median === null ? Math.round(aeKm * 10) / 10 : Math.round((100 * aeKm) / median);
}

function loadDays(line: LoadLine): LoadDays {
  const scale = loadScale(line);
  const column = (values: readonly (number | null)[]): (number | null)[] =>
    values.map((value) => (value === null ? null : scale(value)));
  return {
    firstDate: line.firstDate,
    load: column(line.loadAeKm),
    low: column(line.lowAeKm),
    high: column(line.highAeKm),
    usualLow: column(line.usualLowAeKm),
    usualHigh: column(line.usualHighAeKm),
  };
}

const sessionPoint = (session: SessionComparison): SessionPoint => ({
  runId: session.runId,
  date: session.date,
  distanceM: round(session.distanceM),
  longestBefore:
    session.longestBeforeM === null || session.longestBeforeDate === null || session.ratio === null
      ? null
      : {
          distanceM: round(session.longestBeforeM),
          date: session.longestBeforeDate,
          ratio: session.ratio,
        },
});
