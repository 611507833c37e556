/** Speed: minutes in the runner's own bands, fast ones alone or all; the usual band is that of fast minutes. */
import { inMinutes } from '../../format.ts';
import type { ChartScene } from '../../words/chart-words.ts';
import { periodAxes } from './axes.ts';
import type { ChartSpec } from './chart-spec.ts';
import { highestOf, usualBand } from './measure-bands.ts';
import type { Palette } from './palette.ts';
import { stackedBars } from './stacked-bars.ts';

export function speedChart({ periods, choices }: ChartScene, palette: Palette): ChartSpec {
  const isAll = choices.speed === 'all';
  // Among all running the fast minutes lie on top, where their usual range would mislead.
  const bands = isAll ? [] : [usualBand(periods, ({ fastS }) => fastS, inMinutes)];
  const parts = [
    { label: 'easy', colour: palette.flat, key: 'easyS' },
    { label: 'steady', colour: palette.edge, key: 'steadyS' },
    { label: 'fast', colour: palette.fast, key: 'fastS' },
    {
      label: 'very fast',
      colour: palette.fast,
      fill: palette.dotted(palette.fast),
      key: 'veryFastS',
    },
  ] as const;
  const shown = isAll ? parts : parts.slice(2);
  return {
    datasets: stackedBars(
      periods,
      shown.map((part) => ({
        ...part,
        value: ({ speedBands }) => (speedBands === null ? null : inMinutes(speedBands[part.key])),
      })),
      palette,
    ),
    options: periodAxes(periods, { reach: highestOf(bands) }, palette),
    bands,
    limits: [],
  };
}
