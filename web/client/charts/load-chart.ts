/** Achilles load: the rolling 7-day line with the model's range, over the usual band. */
import { type LoadPoint, loadPoints } from '../../chart-data/positions.ts';
import type { ChartScene } from '../../words/chart-words.ts';
import { periodAxes } from './axes.ts';
import type { Band, BandColumn, ChartSpec } from './chart-spec.ts';
import { highestOf } from './measure-bands.ts';
import type { Palette } from './palette.ts';

export function loadChart({ data, periods }: ChartScene, palette: Palette): ChartSpec {
  const points = loadPoints(data, periods);
  const bands: Band[] = [
    { style: 'usual', columns: columns(points, ({ usual }) => usual) },
    { style: 'range', columns: columns(points, modelRange) },
  ];
  return {
    datasets: [
      {
        type: 'line',
        label: 'load',
        data: points.map(({ x, load }) => ({ x, y: load ?? Number.NaN })),
        borderColor: palette.accent,
        borderWidth: 2.5,
        borderJoinStyle: 'round',
        pointRadius: 0,
        spanGaps: false,
      },
    ],
    options: periodAxes(periods, { reach: highestOf(bands) }, palette),
    bands,
    limits: [],
  };
}

const modelRange = ({ low, high }: LoadPoint) =>
  low === null || high === null ? null : { low, high };

const columns = (
  points: readonly LoadPoint[],
  read: (point: LoadPoint) => { low: number; high: number } | null,
): BandColumn[] =>
  points.flatMap((point) => {
    const range = read(point);
    return range === null
      ? []
      : [{ from: point.x - point.halfWidth, to: point.x + point.halfWidth, ...range }];
  });
