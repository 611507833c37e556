/** What a chart draws: Chart.js datasets and axes, and the marks of our own layers. Pure data from a scene. */
import type { ChartDataset, ChartOptions, Point } from 'chart.js';
import type { Palette } from './palette.ts';

/** One column of a band; neighbours without a gap are one shape. */
export interface BandColumn {
  from: number;
  to: number;
  low: number;
  high: number;
}

export interface Band {
  columns: BandColumn[];
  /** `usual`: a filled ground with dashed edges. `range`: two dotted lines. */
  style: 'usual' | 'range';
}

/** A level line across the chart. */
export interface Limit {
  value: number;
}

/** `y` is `NaN` where nothing is known. */
export type Dataset = ChartDataset<'bar' | 'line', Point[]>;
export type Options = ChartOptions<'bar' | 'line'>;

export interface ChartSpec {
  datasets: Dataset[];
  options: Options;
  bands: Band[];
  limits: Limit[];
}

/** `palette` gives colours only: never decides what is drawn. */
export type Draw<Scene> = (scene: Scene, palette: Palette) => ChartSpec;
