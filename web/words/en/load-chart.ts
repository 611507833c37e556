/** Achilles load: the rolling 7-day estimate against what is usual; 100 is the runner's median week. */
import type { LoadReading, Period } from '../../chart-data/period.ts';
import { formatNumber, formatRange } from '../../format.ts';
import type { ChartScene, ChartWords } from '../chart-words.ts';
import { levelCell, periodName, periodRowName, placeInUsual } from './periods.ts';

const LEVEL_PHRASES = {
  above: 'above your usual',
  'well-above': 'well above your usual',
} as const;

export function loadWords(scene: ChartScene): ChartWords {
  const period = scene.periods[scene.selected] as Period;
  const selected = period.load;
  return {
    title: 'Achilles load',
    unit:
      scene.data.loadScale === 'index'
        ? '7-day load, 100 = your median week'
        : '7-day load in AE-km, kilometres of easy flat running',
    finding: finding(scene),
    note: 'The model range covers one uncertainty only: how steeply damage grows with force (exponent 4 to 9). The estimate itself is less certain.',
    readout: [
      {
        swatch: 'line',
        name: '7-day load',
        value: selected ? formatNumber(selected.load) : 'not known',
      },
      { swatch: 'model-range', name: 'Model range', value: selected ? modelRange(selected) : '–' },
      ...(period.kind === 'month'
        ? []
        : [
            {
              swatch: 'band' as const,
              name: 'Usual',
              value: selected?.usual ? usual(selected) : 'not enough data',
            },
          ]),
    ],
    get table() {
      return {
        head: ['Week', '7-day load', 'Model range', 'Usual', 'Level'],
        rows: scene.periods
          .map((period) => [periodRowName(period, scene), ...cells(period.load)])
          .reverse(),
      };
    },
  };
}

const modelRange = ({ low, high }: LoadReading): string =>
  formatRange(formatNumber(low), formatNumber(high), '').trim();

const usual = ({ usual }: LoadReading): string =>
  usual === null ? '–' : formatRange(formatNumber(usual.low), formatNumber(usual.high), '').trim();

const cells = (load: LoadReading | null): string[] =>
  load === null
    ? ['–', '–', '–', '–']
    : [formatNumber(load.load), modelRange(load), usual(load), levelCell(load.load, load, false)];

function finding(scene: ChartScene): string {
  const period = scene.periods[scene.periods.length - 1] as Period;
  const { load } = period;
  if (load === null) return 'Not enough data for a load estimate yet.';
  const name = periodName(period, scene);
  const amount = `${formatNumber(load.load)} (model range ${modelRange(load)})`;
  if (period.kind === 'month') return `Estimated load in an average week of ${name}: ${amount}.`;
  const sentence = `Estimated load of the last 7 days: ${amount}`;
  if (load.usual === null) return `${sentence}. Not enough data for a usual range yet.`;
  if (load.level === 'above' || load.level === 'well-above') {
    return `${sentence}, ${LEVEL_PHRASES[load.level]} ${usual(load)}.`;
  }
  return `${sentence}, ${placeInUsual(load.load, load.usual)} your usual ${usual(load)}.`;
}
