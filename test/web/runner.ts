/**
 * A runner of known habits, judged by the real analysis: every week an easy Tuesday, repetitions on Thursday and a long
 * Sunday over a hill; in the last week the hill, the repetitions and the long run all grow.
 */
import { type DashboardView, dashboardView } from '../../src/analysis/dashboard-view.ts';
import { type History, judgeHistory } from '../../src/analysis/history.ts';
import type { HistoryRun } from '../../src/analysis/judged-run.ts';
import { addDays, type LocalDate, toEpochDay } from '../../src/analysis/local-date.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import type { PageContext } from '../../web/pages/page-context.ts';
import { type Part, steadyRun } from '../analysis/steady-run.ts';

export const CONTEXT: PageContext = {
  units: 'km',
  weekStart: 1,
  theme: 'system',
  demo: false,
  basePath: '',
  path: '/',
};

/** A Sunday: the day of the last long run. */
export const TODAY = '2026-05-10' as LocalDate;

const EASY_MPS = 2.8;
const FAST_MPS = 4;
const EVERY_S = 10;

export interface Habits {
  weeks?: number;
  /** Runs of this many first weeks have no altitude. */
  weeksWithoutAltitude?: number;
  /** The last week is like all others. */
  isCalm?: boolean;
}

export function runnerRuns({ weeks = 14, weeksWithoutAltitude = 0, isCalm = false }: Habits) {
  return Array.from({ length: weeks }, (_, week) => {
    const sunday = addDays(TODAY, -7 * (weeks - 1 - week));
    const isLast = week === weeks - 1 && !isCalm;
    const hasAltitude = week >= weeksWithoutAltitude;
    return [
      runOn(addDays(sunday, -5), [easy(7_000)], hasAltitude),
      runOn(addDays(sunday, -3), [easy(5_000), fast(isLast ? 3_000 : 1_000)], hasAltitude),
      runOn(sunday, longRun(isLast ? 14_200 : 11_000, isLast ? 1_500 : 500), hasAltitude),
    ];
  }).flat();
}

export const runnerHistory = (habits: Habits = {}, today = TODAY): History =>
  judgeHistory(runnerRuns(habits), { weekStart: 1, fastThresholdMps: null }, today);

export const runnerView = (habits: Habits = {}, today = TODAY): DashboardView =>
  dashboardView(runnerHistory(habits, today), today);

const easy = (distanceM: number): Part => ({ speedMps: EASY_MPS, distanceM });
const fast = (distanceM: number): Part => ({ speedMps: FAST_MPS, distanceM });

/** Up and down the same hill of 8 %, the rest on the flat. */
const longRun = (distanceM: number, uphillM: number): Part[] => [
  { ...easy(uphillM), gradePercent: 8 },
  { ...easy(uphillM), gradePercent: -8 },
  easy(distanceM - 2 * uphillM),
];

function runOn(localDate: LocalDate, parts: Part[], hasAltitude: boolean): HistoryRun {
  const startTimeS = toEpochDay(localDate) * 86_400 + 8 * 3600;
  return {
    id: `run-${localDate}`,
    localDate,
    startTimeS,
    subSport: null,
    exposure: runExposure(steadyRun(parts, { everyS: EVERY_S, hasAltitude, startTimeS })),
  };
}
