/** One canvas: shows a spec, marks a place, tells where the runner pointed. The only file that runs Chart.js. */
import {
  BarController,
  BarElement,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  type Point,
  PointElement,
} from 'chart.js';
import type { ChartSpec } from './chart-spec.ts';
import { type LayerState, layers } from './layers.ts';
import type { Palette } from './palette.ts';

Chart.register(BarController, BarElement, LinearScale, LineController, LineElement, PointElement);

export interface Drawing {
  show(spec: ChartSpec, palette: Palette): void;
  mark(x: number, halfWidth: number): void;
}

/** `onPoint` hears the x value under a tap, a click or a horizontal drag. */
export function createDrawing(canvas: HTMLCanvasElement, onPoint: (x: number) => void): Drawing {
  let chart: Chart<'bar' | 'line', Point[]> | undefined;
  let state: LayerState | undefined;
  listen(canvas, (pixel) => {
    const value = chart?.scales.x?.getValueForPixel(pixel);
    if (value !== undefined) onPoint(value);
  });
  return {
    show(spec, palette) {
      if (chart === undefined || state === undefined) {
        state = { spec, palette, mark: null };
        chart = new Chart<'bar' | 'line', Point[]>(canvas, {
          type: 'bar',
          data: { datasets: spec.datasets },
          options: spec.options,
          plugins: [layers(state)],
        });
        return;
      }
      state.spec = spec;
      state.palette = palette;
      chart.data = { datasets: spec.datasets };
      chart.options = spec.options;
      chart.update('none');
    },
    mark(x, halfWidth) {
      if (state === undefined) return;
      state.mark = { x, halfWidth };
      chart?.draw();
    },
  };
}

/** Vertical drags scroll the page (`touch-action: pan-y`); horizontal ones arrive here. */
function listen(canvas: HTMLCanvasElement, onPixel: (pixel: number) => void): void {
  canvas.addEventListener('click', ({ offsetX }) => onPixel(offsetX));
  canvas.addEventListener('pointermove', ({ buttons, offsetX }) => {
    if (buttons === 1) onPixel(offsetX);
  });
}
