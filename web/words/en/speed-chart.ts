/** Speed: minutes in the runner's own bands; fast minutes alone, or all running. */
import type { Period } from '../../chart-data/period.ts';
import { formatMinutes, minutesNumber } from '../../format.ts';
import type { ChartChoices, ChartScene, ChartWords, ReadoutItem } from '../chart-words.ts';
import {
  levelCell,
  MINUTES,
  measureAmount,
  measureCell,
  measureFinding,
  periodRowName,
  perPeriod,
  usualCell,
  usualItem,
} from './periods.ts';

export const SPEED_CHOICES: Record<ChartChoices['speed'], string> = {
  fast: 'Fast only',
  all: 'All running',
};

const BANDS = [
  { key: 'easyS', swatch: 'flat', name: 'Easy' },
  { key: 'steadyS', swatch: 'steady', name: 'Steady' },
  { key: 'fastS', swatch: 'fast', name: 'Fast' },
  { key: 'veryFastS', swatch: 'very-fast', name: 'Very fast' },
] as const;

export function speedWords(scene: ChartScene): ChartWords {
  const { units } = scene;
  const selected = scene.periods[scene.selected] as Period;
  return {
    title: 'Speed',
    unit: `min ${perPeriod(scene)}`,
    finding: measureFinding(scene, ({ fastS }) => fastS, MINUTES, ' of fast running'),
    note: null,
    readout: [
      { swatch: null, name: 'Fast in all', value: measureAmount(selected.fastS, MINUTES, units) },
      ...bandItems(selected, scene.choices.speed),
      ...usualItem(selected, selected.fastS, MINUTES, units),
    ],
    get table() {
      return {
        head: ['Week', 'Fast in all, min', 'Usual', 'Level', ...BANDS.map(({ name }) => name)],
        rows: scene.periods
          .map((period) => [
            periodRowName(period, scene),
            measureCell(period.fastS, MINUTES, units),
            usualCell(period.fastS, MINUTES, units),
            levelCell(period.fastS.value, period.fastS, period.isPartial),
            ...BANDS.map(({ key }) =>
              period.speedBands === null ? '–' : minutesNumber(period.speedBands[key]),
            ),
          ])
          .reverse(),
      };
    },
  };
}

function bandItems({ speedBands }: Period, choice: ChartChoices['speed']): ReadoutItem[] {
  const shown = choice === 'all' ? BANDS : BANDS.slice(2);
  return shown.map(({ key, swatch, name }) => ({
    swatch,
    name,
    value: speedBands === null ? 'not known' : formatMinutes(speedBands[key]),
  }));
}
