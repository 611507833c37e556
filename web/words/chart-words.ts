/** What a chart says besides its drawing; the page renders it and the browser renders it again when the runner moves. */
import type { ChartData } from '../chart-data/chart-data.ts';
import type { Period } from '../chart-data/period.ts';
import type { Units } from '../format.ts';

/** The charts of the dashboard, in order. */
export const CHART_IDS = ['volume', 'hills', 'speed', 'load', 'symptoms', 'sessions'] as const;
export type ChartId = (typeof CHART_IDS)[number];

/** What a chart with a choice shows. */
export interface ChartChoices {
  hills: 'ascentM' | 'descentM' | 'fastDownhillS';
  speed: 'fast' | 'all';
}

/** Everything a chart and its words depend on. */
export interface ChartScene {
  data: ChartData;
  /** Oldest first, never empty. */
  periods: readonly Period[];
  /** Index of the period looked at. */
  selected: number;
  units: Units;
  choices: ChartChoices;
}

/** The drawn mark a name belongs to; the stylesheet has a swatch for each. */
export type Swatch =
  | 'flat'
  | 'hill'
  | 'hill-minimum'
  | 'fast'
  | 'very-fast'
  | 'steady'
  | 'unknown'
  | 'band'
  | 'line'
  | 'model-range'
  | 'limit'
  | 'run'
  | 'run-above'
  | 'run-well-above'
  | 'stiffness'
  | 'pain'
  | 'worse'
  | 'not-worse'
  | 'shoe'
  | 'strengthening';

export interface ReadoutItem {
  swatch: Swatch | null;
  name: string;
  value: string;
}

export interface TableWords {
  head: string[];
  /** Newest first; the first cell names the row. */
  rows: string[][];
}

export interface ChartWords {
  title: string;
  /** What the vertical axis counts: `km per week`. */
  unit: string;
  /** One sentence on the latest period. */
  finding: string;
  /** What is missing from the drawing; `null` when nothing is. */
  note: string | null;
  /** The period looked at, in numbers; also the legend. */
  readout: ReadoutItem[];
  /** Made when asked for: a year of rows is not needed to step through weeks. */
  readonly table: TableWords;
}
