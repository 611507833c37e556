/** Weekly volume: flat, hill and fast distance stacked over the usual band. */
import { inDistanceUnit } from '../../format.ts';
import type { ChartScene } from '../../words/chart-words.ts';
import { periodAxes } from './axes.ts';
import type { ChartSpec } from './chart-spec.ts';
import { highestOf, usualBand } from './measure-bands.ts';
import type { Palette } from './palette.ts';
import { stackedBars } from './stacked-bars.ts';

export function volumeChart({ periods, units }: ChartScene, palette: Palette): ChartSpec {
  const convert = (metres: number): number => inDistanceUnit(metres, units);
  const bands = [usualBand(periods, ({ distanceM }) => distanceM, convert)];
  const parts = [
    { label: 'flat', colour: palette.flat, key: 'flatM' },
    { label: 'hill', colour: palette.hill, key: 'hillM' },
    { label: 'fast', colour: palette.fast, key: 'fastM' },
    {
      label: 'unknown',
      colour: palette.edge,
      fill: palette.unknown(palette.edge),
      key: 'gradeUnknownM',
    },
  ] as const;
  return {
    datasets: stackedBars(
      periods,
      parts.map((part) => ({ ...part, value: ({ volume }) => convert(volume[part.key]) })),
      palette,
    ),
    options: periodAxes(periods, { reach: highestOf(bands) }, palette),
    bands,
    limits: [],
  };
}
