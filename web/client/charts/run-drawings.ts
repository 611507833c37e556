/** The three drawings of a run, one cursor through all of them. */
import { distanceAt, pointAt, type RunChartData } from '../../chart-data/run-chart-data.ts';
import { inDistanceUnit, type Units } from '../../format.ts';
import type { RunChartId } from '../../words/en/run-place.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { readPalette } from './palette.ts';
import { runChart } from './run-charts.ts';

export interface RunDrawings {
  /** Draws all, or draws them again in the colours of now. */
  show(): void;
  mark(index: number): void;
}

export function runDrawings(
  root: HTMLElement,
  canvases: ReadonlyMap<RunChartId, HTMLCanvasElement>,
  { data, units }: { data: RunChartData; units: Units },
  onPlace: (index: number) => void,
): RunDrawings {
  const metresPerUnit = 1 / inDistanceUnit(1, units);
  const drawings = new Map<RunChartId, Drawing>(
    [...canvases].map(([id, canvas]) => [
      id,
      createDrawing(canvas, (x) => onPlace(pointAt(data, x * metresPerUnit))),
    ]),
  );
  return {
    show() {
      const palette = readPalette(root);
      for (const [id, drawing] of drawings)
        drawing.show(runChart(id, data, units, palette), palette);
    },
    mark(index) {
      const x = inDistanceUnit(distanceAt(data, index), units);
      for (const drawing of drawings.values()) drawing.mark(x, 0);
    },
  };
}
