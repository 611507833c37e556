/** A row a run, with everything by which runs can be grouped: week, month, surface, shoe. */
import { DAILY_QUANTITIES, type DailyQuantity } from '../../analysis/daily-load.ts';
import type { History } from '../../analysis/history.ts';
import type { JudgedRun } from '../../analysis/judged-run.ts';
import {
  fromEpochDay,
  type LocalDate,
  startOfWeek,
  toEpochDay,
  type WeekStart,
} from '../../analysis/local-date.ts';
import { runQuantity } from '../../analysis/run-quantity.ts';
import { surfaceOf } from '../../analysis/surface.ts';
import { type Column, type DataFrame, frameOf } from './data-frame.ts';
import type { ReportedRun } from './history-report.ts';

interface RunRow {
  judged: JudgedRun;
  reported: ReportedRun;
}

/** `reported` are the runs of `history`, in its order. */
export function runFrame(history: History, reported: readonly ReportedRun[]): DataFrame {
  const rows = history.runs.map((judged, index) => ({
    judged,
    reported: reported[index] as ReportedRun,
  }));
  const columns: Column<RunRow>[] = [
    ['id', ({ judged }) => judged.id],
    ['date', ({ judged }) => judged.localDate],
    ['week', ({ judged }) => weekOf(judged.localDate, history.weekStart)],
    ['month', ({ judged }) => calendarMonthOf(judged.localDate)],
    ['startTime', ({ reported }) => reported.startTime],
    ['title', ({ reported }) => reported.title],
    ['shoe', ({ judged }) => judged.shoe?.name ?? null],
    ['surface', ({ judged }) => judged.surface ?? surfaceOf(judged.subSport)],
    ['subSport', ({ judged }) => judged.subSport],
    ...DAILY_QUANTITIES.map(quantityColumn),
    ['lowLoadAeKm', ({ judged }) => judged.exposure.load?.lowAeKm ?? null],
    ['highLoadAeKm', ({ judged }) => judged.exposure.load?.highAeKm ?? null],
    ['file', ({ reported }) => reported.file],
  ];
  return frameOf(rows, columns);
}

const quantityColumn = (quantity: DailyQuantity): Column<RunRow> => [
  quantity,
  ({ judged }) => runQuantity(judged, quantity),
];

/** The first day of the week. */
export const weekOf = (date: LocalDate, weekStart: WeekStart): LocalDate =>
  fromEpochDay(startOfWeek(toEpochDay(date), weekStart));

/** `2026-07`. */
export const calendarMonthOf = (date: LocalDate): string => date.slice(0, 7);
