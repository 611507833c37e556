/** Hills: climb, descent or fast downhill minutes; the table always holds all three. */
import type { Measure, Period } from '../../chart-data/period.ts';
import type { ChartChoices, ChartScene, ChartWords } from '../chart-words.ts';
import { counted } from './levels.ts';
import {
  CLIMB,
  levelCell,
  type MeasureStyle,
  MINUTES,
  measureAmount,
  measureCell,
  measureFinding,
  periodRowName,
  perPeriod,
  usualCell,
  usualItem,
} from './periods.ts';

type HillChoice = ChartChoices['hills'];

export const HILL_CHOICES: Record<HillChoice, string> = {
  ascentM: 'Climb',
  descentM: 'Descent',
  fastDownhillS: 'Fast downhill',
};

const SUFFIX: Record<HillChoice, string> = {
  ascentM: ' of climb',
  descentM: ' of descent',
  fastDownhillS: ' of fast downhill',
};

const styleOf = (choice: HillChoice): MeasureStyle =>
  choice === 'fastDownhillS' ? MINUTES : CLIMB;

export function hillsWords(scene: ChartScene): ChartWords {
  const { units } = scene;
  const choice = scene.choices.hills;
  const style = styleOf(choice);
  const selected = scene.periods[scene.selected] as Period;
  const measure: Measure = selected[choice];
  const climbUnit = CLIMB.unit(units);
  return {
    title: 'Hills',
    unit: `${style.unit(units)} ${perPeriod(scene)}`,
    finding: measureFinding(scene, (period) => period[choice], style, SUFFIX[choice]),
    note: missingAltitude(scene),
    readout: [
      { swatch: 'hill', name: HILL_CHOICES[choice], value: measureAmount(measure, style, units) },
      ...(scene.periods.some((period) => period[choice].unknownRuns > 0)
        ? [{ swatch: 'hill-minimum' as const, name: 'Some runs without altitude', value: '' }]
        : []),
      ...usualItem(selected, measure, style, units),
    ],
    get table() {
      return {
        head: [
          'Week',
          `Climb, ${climbUnit}`,
          `Usual climb, ${climbUnit}`,
          'Level',
          `Descent, ${climbUnit}`,
          'Fast downhill, min',
        ],
        rows: scene.periods
          .map((period) => [
            periodRowName(period, scene),
            measureCell(period.ascentM, CLIMB, units),
            usualCell(period.ascentM, CLIMB, units),
            levelCell(period.ascentM.value, period.ascentM, period.isPartial),
            measureCell(period.descentM, CLIMB, units),
            measureCell(period.fastDownhillS, MINUTES, units),
          ])
          .reverse(),
      };
    },
  };
}

/** Missing is never 0: the bars of such weeks are striped. */
function missingAltitude({ periods, choices }: ChartScene): string | null {
  const runs = periods.reduce((sum, period) => sum + period[choices.hills].unknownRuns, 0);
  if (runs === 0) return null;
  const name = HILL_CHOICES[choices.hills];
  return `${counted(runs, 'run')} ${runs === 1 ? 'has' : 'have'} no altitude. ${name} is a minimum where the bar is striped.`;
}
