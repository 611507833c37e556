/** Hills: climb, descent or fast downhill minutes over the usual band; weeks with unknown grade are marked. */
import { inClimbUnit, inMinutes } from '../../format.ts';
import type { ChartScene } from '../../words/chart-words.ts';
import { periodAxes } from './axes.ts';
import type { ChartSpec } from './chart-spec.ts';
import { highestOf, usualBand } from './measure-bands.ts';
import type { Palette } from './palette.ts';
import { stackedBars } from './stacked-bars.ts';

export function hillsChart({ periods, units, choices }: ChartScene, palette: Palette): ChartSpec {
  const choice = choices.hills;
  const convert = (value: number): number =>
    choice === 'fastDownhillS' ? inMinutes(value) : inClimbUnit(value, units);
  const bands = [usualBand(periods, (period) => period[choice], convert)];
  const valueWhere = (isMinimum: boolean) => (period: (typeof periods)[number]) => {
    const { value, unknownRuns } = period[choice];
    return value === null || unknownRuns > 0 !== isMinimum ? null : convert(value);
  };
  return {
    datasets: stackedBars(
      periods,
      [
        { label: 'hill', colour: palette.hill, value: valueWhere(false) },
        {
          label: 'minimum',
          colour: palette.hill,
          fill: palette.unknown(palette.hill),
          value: valueWhere(true),
        },
      ],
      palette,
    ),
    options: periodAxes(periods, { reach: highestOf(bands) }, palette),
    bands,
    limits: [],
  };
}
