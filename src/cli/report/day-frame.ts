/** A row a day from the first run to the last, rest days included: what was run, and the seven days up to it as the dashboard's load line has them. */
import { DAILY_QUANTITIES } from '../../analysis/daily-load.ts';
import type { History } from '../../analysis/history.ts';
import { type LoadLine, loadLine } from '../../analysis/load-line.ts';
import { type TrainingLoad, trainingLoad } from '../../analysis/training-load.ts';
import { type Cell, type Column, type DataFrame, frameOf } from './data-frame.ts';
import type { ReportedDay } from './history-report.ts';
import { calendarMonthOf, weekOf } from './run-frame.ts';

type Day = ReportedDay & { index: number };

/** `reported` are the days of `history`. */
export function dayFrame(
  { days, rolling, weekStart }: History,
  reported: readonly ReportedDay[],
  withTrainingLoad: boolean,
): DataFrame {
  const columns: Column<Day>[] = [
    ['date', ({ date }) => date],
    ['week', ({ date }) => weekOf(date, weekStart)],
    ['month', ({ date }) => calendarMonthOf(date)],
    ['runCount', ({ runCount }) => runCount],
    ...DAILY_QUANTITIES.map((quantity): Column<Day> => [quantity, (day) => day[quantity]]),
    ['lowLoadAeKm', ({ lowLoadAeKm }) => lowLoadAeKm],
    ['highLoadAeKm', ({ highLoadAeKm }) => highLoadAeKm],
    ...sevenDayColumns(loadLine(days, rolling, days.count - 1)),
    ...(withTrainingLoad ? trainingLoadColumns(trainingLoad(days)) : []),
  ];
  return frameOf(
    reported.map((day, index) => ({ ...day, index })),
    columns,
  );
}

const sevenDayColumns = (line: LoadLine): Column<Day>[] => [
  ['sevenDayLoadAeKm', ({ index }) => line.loadAeKm[index] as Cell],
  ['sevenDayLowAeKm', ({ index }) => line.lowAeKm[index] as Cell],
  ['sevenDayHighAeKm', ({ index }) => line.highAeKm[index] as Cell],
  ['usualLowAeKm', ({ index }) => line.usualLowAeKm[index] as Cell],
  ['usualHighAeKm', ({ index }) => line.usualHighAeKm[index] as Cell],
];

const trainingLoadColumns = (load: TrainingLoad): Column<Day>[] => {
  const known =
    (column: Float64Array) =>
    ({ index }: Day) => {
      const value = column[index] as number;
      return Number.isNaN(value) ? null : value;
    };
  return [
    ['acuteAeKm', known(load.acuteAeKm)],
    ['chronicAeKm', known(load.chronicAeKm)],
    ['monotony', known(load.monotony)],
    ['strainAeKm', known(load.strainAeKm)],
  ];
};
