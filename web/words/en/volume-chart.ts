/** Weekly volume: what the bars, the readout and the table say. */
import type { Period } from '../../chart-data/period.ts';
import { distanceParts, distanceUnit, WEEKLY_DISTANCE_STEP } from '../../format.ts';
import type { ChartScene, ChartWords, ReadoutItem } from '../chart-words.ts';
import {
  DISTANCE,
  levelCell,
  measureAmount,
  measureCell,
  measureFinding,
  periodRowName,
  perPeriod,
  usualCell,
  usualItem,
} from './periods.ts';

export function volumeWords(scene: ChartScene): ChartWords {
  const { units } = scene;
  const selected = scene.periods[scene.selected] as Period;
  const unit = distanceUnit(units);
  return {
    title: 'Weekly volume',
    unit: `${unit} ${perPeriod(scene)}`,
    finding: measureFinding(scene, ({ distanceM }) => distanceM, DISTANCE, ''),
    note: selected.kind === 'month' ? MONTH_NOTE : null,
    readout: [
      { swatch: null, name: 'Total', value: measureAmount(selected.distanceM, DISTANCE, units) },
      ...partItems(selected, scene),
      ...usualItem(selected, selected.distanceM, DISTANCE, units),
    ],
    get table() {
      return {
        head: ['Week', `Total, ${unit}`, ...partNames(scene), 'Usual', 'Level'],
        rows: scene.periods
          .map((period) => [
            periodRowName(period, scene),
            measureCell(period.distanceM, DISTANCE, units),
            ...partsOf(period, scene),
            usualCell(period.distanceM, DISTANCE, units),
            levelCell(period.distanceM.value, period.distanceM, period.isPartial),
          ])
          .reverse(),
      };
    },
  };
}

const MONTH_NOTE =
  'A month is the average of the whole weeks that lie mostly in it; the running week is not in it yet.';

/** Whether some metres of the scene have no grade: only then the fourth part is named. */
export const hasUnknownGrade = (scene: ChartScene): boolean =>
  scene.periods.some(({ volume }) => volume.gradeUnknownM > 0);

function partNames(scene: ChartScene): string[] {
  const names = ['Flat', 'Hill', 'Fast'];
  return hasUnknownGrade(scene) ? [...names, 'No altitude'] : names;
}

function partsOf({ volume }: Period, scene: ChartScene): string[] {
  const known = [volume.flatM, volume.hillM, volume.fastM];
  const parts = hasUnknownGrade(scene) ? [...known, volume.gradeUnknownM] : known;
  return distanceParts(parts, scene.units, WEEKLY_DISTANCE_STEP);
}

const SWATCHES = ['flat', 'hill', 'fast', 'unknown'] as const;

function partItems(period: Period, scene: ChartScene): ReadoutItem[] {
  const values = partsOf(period, scene);
  return partNames(scene).map((name, index) => ({
    swatch: SWATCHES[index] ?? null,
    name,
    value: `${values[index]}\u00a0${distanceUnit(scene.units)}`,
  }));
}
