/** Cuts the dashboard's view down to the data of its charts. Rounded here once, before anybody reads it. */
import type {
  DashboardView,
  LoadLine,
  SessionComparison,
} from '../../src/analysis/dashboard-view.ts';
import { daysBetween, type LocalDate } from '../../src/analysis/local-date.ts';
import { SESSION_ABOVE_RATIO, SESSION_WELL_ABOVE_RATIO } from '../../src/analysis/policy.ts';
import type { WeekLoad, WeekQuantity } from '../../src/analysis/weekly-load.ts';
import type { ChartData, LoadDays } from './chart-data.ts';
import { monthsOf } from './months.ts';
import type { LoadReading, Measure, Period, SessionPoint } from './period.ts';
import { WEEKS_SHOWN } from './range.ts';

const round = (value: number): number => Math.round(value);
const roundTenth = (value: number): number => Math.round(value * 10) / 10;

export function chartDataFromView(view: DashboardView): ChartData {
  const loadDays = view.loadLine === null ? null : scaledLoadDays(view.loadLine);
  const sessions = view.sessions.map(sessionPoint);
  const all = view.weeks.map((week) => weekPeriod(week, view.asOf, loadDays));
  const weeks = all.slice(-WEEKS_SHOWN['1y']);
  const first = weeks[0]?.start ?? view.asOf;
  return {
    today: view.today,
    asOf: view.asOf,
    weeks,
    months: all.length > weeks.length ? monthsOf(all, sessions) : null,
    loadScale: view.loadLine?.medianWeekAeKm == null ? 'ae-km' : 'index',
    loadDays: loadDays === null ? null : since(loadDays, first),
    sessions: sessions.filter(({ date }) => date >= first),
    sessionRatios: { above: SESSION_ABOVE_RATIO, wellAbove: SESSION_WELL_ABOVE_RATIO },
  };
}

function weekPeriod(week: WeekLoad, asOf: LocalDate, loadDays: LoadDays | null): Period {
  const { distanceM, ascentM, descentM, fastDownhillS, fastS, loadAeKm } = week.quantities;
  const lastDay = week.end < asOf ? week.end : asOf;
  return {
    kind: 'week',
    start: week.start,
    end: week.end,
    isPartial: week.isPartial,
    runCount: week.runIds.length,
    distanceM: measure(distanceM),
    ascentM: measure(ascentM),
    descentM: measure(descentM),
    fastDownhillS: measure(fastDownhillS),
    fastS: measure(fastS),
    volume: {
      flatM: round(week.volume.flatM),
      hillM: round(week.volume.hillM),
      fastM: round(week.volume.fastM),
      gradeUnknownM: round(week.volume.gradeUnknownM),
    },
    speedBands: week.speedBands && {
      easyS: round(week.speedBands.easy.seconds),
      steadyS: round(week.speedBands.steady.seconds),
      fastS: round(week.speedBands.fast.seconds),
      veryFastS: round(week.speedBands.veryFast.seconds),
    },
    load: loadDays && loadReading(loadDays, lastDay, loadAeKm),
    topSession: null,
  };
}

const measure = ({ value, unknownRuns, usual, level }: WeekQuantity): Measure => ({
  value: value === null ? null : round(value),
  unknownRuns,
  usual: usual && { low: round(usual.low), high: round(usual.high) },
  level,
});

function loadReading(days: LoadDays, on: LocalDate, week: WeekQuantity): LoadReading | null {
  const index = daysBetween(days.firstDate, on);
  const load = days.load[index] ?? null;
  if (load === null) return null;
  const low = days.usualLow[index] ?? null;
  const high = days.usualHigh[index] ?? null;
  return {
    load,
    low: days.low[index] ?? load,
    high: days.high[index] ?? load,
    usual: low === null || high === null ? null : { low, high },
    level: week.level,
  };
}

/** Percent of the median week, or AE-km to a tenth while there is no median yet. */
function scaledLoadDays(line: LoadLine): LoadDays {
  const median = line.medianWeekAeKm;
  const scaled = (value: number | null): number | null => {
    if (value === null) return null;
    return median === null ? roundTenth(value) : round((100 * value) / median);
  };
  return {
    firstDate: line.firstDate,
    load: line.loadAeKm.map(scaled),
    low: line.lowAeKm.map(scaled),
    high: line.highAeKm.map(scaled),
    usualLow: line.usualLowAeKm.map(scaled),
    usualHigh: line.usualHighAeKm.map(scaled),
  };
}

function since(days: LoadDays, date: LocalDate): LoadDays {
  const skipped = Math.max(0, daysBetween(days.firstDate, date));
  return {
    firstDate: skipped === 0 ? days.firstDate : date,
    load: days.load.slice(skipped),
    low: days.low.slice(skipped),
    high: days.high.slice(skipped),
    usualLow: days.usualLow.slice(skipped),
    usualHigh: days.usualHigh.slice(skipped),
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
          ratio: Math.round(session.ratio * 1000) / 1000,
        },
});
