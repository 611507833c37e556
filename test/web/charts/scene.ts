/** Scenes of the charts for tests, and the numbers that a drawing or a text holds. */
import type { DashboardView } from '../../../src/analysis/dashboard-view.ts';
import { periodsOf } from '../../../web/chart-data/chart-data.ts';
import { chartDataFromView } from '../../../web/chart-data/chart-data-from-view.ts';
import type { Range } from '../../../web/chart-data/range.ts';
import type { ChartSpec } from '../../../web/client/charts/chart-spec.ts';
import type { Palette } from '../../../web/client/charts/palette.ts';
import type { ChartScene } from '../../../web/words/chart-words.ts';

export function sceneOf(
  view: DashboardView,
  change: Partial<ChartScene> & { range?: Range } = {},
): ChartScene {
  const { range = '12w', ...rest } = change;
  const data = chartDataFromView(view);
  const periods = periodsOf(data, range);
  return {
    data,
    periods,
    selected: periods.length - 1,
    units: 'km',
    choices: { hills: 'ascentM', speed: 'fast' },
    ...rest,
  };
}

/** Colours by name, patterns by what they mean. */
export const PALETTE: Palette = {
  surface: 'surface',
  ink: 'ink',
  muted: 'muted',
  accent: 'accent',
  flat: 'flat',
  hill: 'hill',
  fast: 'fast',
  usual: 'usual',
  above: 'above',
  wellAbove: 'well-above',
  band: 'band',
  edge: 'edge',
  line: 'line',
  fontFamily: 'sans-serif',
  soFar: (colour) => `${colour}, so far`,
  unknown: (colour) => `${colour}, unknown`,
  dotted: (colour) => `${colour}, dotted`,
};

/** The height of a bar: what its stacked parts sum to. */
export const barAt = ({ datasets }: ChartSpec, index: number): number =>
  datasets.reduce((sum, { data }) => {
    const y = data[index]?.y ?? Number.NaN;
    return Number.isNaN(y) ? sum : sum + y;
  }, 0);

/** The first number of a text; `−` and `,` as people write them. */
export const numberIn = (text: string): number =>
  Number(/[−-]?[\d,]+(\.\d+)?/.exec(text)?.[0].replace('−', '-').replaceAll(',', ''));

/** Both ends of `24.5–32 km`. */
export const rangeIn = (text: string): [number, number] => {
  const [low = '', high = low] = text.split('–');
  return [numberIn(low), numberIn(high)];
};
