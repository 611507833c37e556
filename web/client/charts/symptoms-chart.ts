/** The symptom strip: stiffness and pain of each day on the weeks' own axis; below zero the rows of what has no amount. */
import { positionOf } from '../../chart-data/positions.ts';
import type { SaidDay } from '../../chart-data/symptom-days.ts';
import { formatNumber } from '../../format.ts';
import type { ChartScene } from '../../words/chart-words.ts';
import { daysOf } from '../../words/en/symptoms-chart.ts';
import { periodAxes } from './axes.ts';
import type { ChartSpec, Dataset } from './chart-spec.ts';
import type { Palette } from './palette.ts';

const RESPONSE_ROW = -2;
const SHOE_ROW = -4;
const FLOOR = -5;
const TICKS = [0, 5, 10];

/** A mark on the axis; `y` is `NaN` where nothing was said. */
interface Mark {
  x: number;
  y: number;
  /** Drawn hollow: changed after it was logged, or no complaint. */
  isHollow: boolean;
}

export function symptomsChart(scene: ChartScene, palette: Palette): ChartSpec {
  const marks = scene.periods[0]?.kind === 'month' ? monthMarks(scene) : dayMarks(scene);
  const { wellAbove, usual, ink, muted, accent, hill } = palette;
  return {
    datasets: [
      { ...points('stiffness', marks.stiffness, accent, 'circle', palette), showLine: true },
      points('pain', marks.pain, hill, 'rect', palette),
      points('worse', marks.worse, wellAbove, 'rectRot', palette, 5),
      points('not worse', marks.notWorse, usual, 'circle', palette),
      points('shoes', marks.shoes, ink, 'triangle', palette, 5),
      points('strengthening', marks.strengthening, muted, 'line', palette, 4),
    ],
    options: periodAxes(
      scene.periods,
      {
        min: FLOOR,
        max: 10,
        ticks: TICKS,
        format: (value) => (value < 0 ? '' : formatNumber(value)),
      },
      palette,
    ),
    bands: [],
    limits: [],
  };
}

function points(
  label: string,
  marks: readonly Mark[],
  colour: string,
  pointStyle: 'circle' | 'rect' | 'rectRot' | 'triangle' | 'line',
  palette: Palette,
  pointRadius = 3,
): Dataset {
  return {
    type: 'line',
    label,
    data: marks.map(({ x, y }) => ({ x, y })),
    // The axis stacks what shares a stack: these stand for themselves.
    stack: label,
    showLine: false,
    spanGaps: false,
    clip: 8,
    borderColor: colour,
    borderWidth: 1.5,
    pointStyle,
    pointRadius,
    // A line has no inside; turned upright it is a tick.
    pointRotation: pointStyle === 'line' ? 90 : 0,
    pointBackgroundColor: marks.map(({ isHollow }) => (isHollow ? palette.surface : colour)),
    pointBorderColor: colour,
    pointBorderWidth: 1.5,
  };
}

type Marks = Record<
  'stiffness' | 'pain' | 'worse' | 'notWorse' | 'shoes' | 'strengthening',
  Mark[]
>;

/** Stiffness has a mark on every day, so that its line breaks where nothing was said. */
function dayMarks(scene: ChartScene): Marks {
  const days = daysOf(scene);
  const at = ({ date }: SaidDay): number => positionOf(date, scene.periods);
  const amount = (read: 'stiffness' | 'pain', day: SaidDay): Mark => ({
    x: at(day),
    y: day.said?.[read] ?? Number.NaN,
    isHollow: day.said?.isEdited ?? false,
  });
  const row = (y: number, isHollow: boolean, isIn: (day: SaidDay) => boolean): Mark[] =>
    days.filter(isIn).map((day) => ({ x: at(day), y, isHollow }));
  const response = ({ said }: SaidDay) => said?.nextDayResponse ?? null;
  return {
    stiffness: withGaps(days.map((day) => amount('stiffness', day))),
    pain: days.map((day) => amount('pain', day)),
    worse: row(RESPONSE_ROW, false, (day) => response(day) === 'worse'),
    notWorse: row(RESPONSE_ROW, true, (day) => (response(day) ?? 'worse') !== 'worse'),
    shoes: row(SHOE_ROW, false, ({ shoe }) => shoe !== null),
    strengthening: row(SHOE_ROW, false, ({ said }) => said?.didStrengthen === true),
  };
}

const ONE_DAY = 1 / 7;

function withGaps(marks: readonly Mark[]): Mark[] {
  return marks.flatMap((mark, index) => {
    const before = marks[index - 1];
    const isGap = before !== undefined && mark.x - before.x > 1.5 * ONE_DAY;
    return isGap ? [{ x: mark.x - ONE_DAY, y: Number.NaN, isHollow: false }, mark] : [mark];
  });
}

function monthMarks({ periods }: ChartScene): Marks {
  const amounts = (read: 'stiffness' | 'pain'): Mark[] =>
    periods.map(({ symptoms }, x) => ({
      x,
      y: symptoms?.[read] ?? Number.NaN,
      isHollow: false,
    }));
  return {
    stiffness: amounts('stiffness'),
    pain: amounts('pain'),
    worse: periods.flatMap(({ symptoms }, x) =>
      (symptoms?.worseMornings ?? 0) > 0 ? [{ x, y: RESPONSE_ROW, isHollow: false }] : [],
    ),
    notWorse: [],
    shoes: [],
    strengthening: [],
  };
}
