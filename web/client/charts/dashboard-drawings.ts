/** The dashboard's drawings: which spec belongs to which figure. Loaded when the first figure comes into view. */
import type { ChartId, ChartScene } from '../../words/chart-words.ts';
import type { Draw } from './chart-spec.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { hillsChart } from './hills-chart.ts';
import { loadChart } from './load-chart.ts';
import { type Palette, readPalette } from './palette.ts';
import { sessionsChart } from './sessions-chart.ts';
import { speedChart } from './speed-chart.ts';
import { symptomsChart } from './symptoms-chart.ts';
import { volumeChart } from './volume-chart.ts';

const CHARTS: Record<ChartId, Draw<ChartScene>> = {
  volume: volumeChart,
  hills: hillsChart,
  speed: speedChart,
  load: loadChart,
  symptoms: symptomsChart,
  sessions: sessionsChart,
};

export interface DashboardDrawings {
  /** Draws one figure, or draws it again. */
  show(id: ChartId, canvas: HTMLCanvasElement, scene: ChartScene): void;
  /** Marks the period looked at in every figure drawn so far. */
  mark(scene: ChartScene): void;
  /** The theme has changed: colours are read again at the next `show`. */
  forgetColours(): void;
}

export function dashboardDrawings(
  root: HTMLElement,
  onPeriod: (index: number) => void,
): DashboardDrawings {
  const drawings = new Map<ChartId, Drawing>();
  let palette: Palette | undefined;
  return {
    show(id, canvas, scene) {
      palette ??= readPalette(root);
      let drawing = drawings.get(id);
      if (drawing === undefined) {
        drawing = createDrawing(canvas, (x) => onPeriod(Math.round(x)));
        drawings.set(id, drawing);
      }
      drawing.show(CHARTS[id](scene, palette), palette);
      drawing.mark(scene.selected, 0.5);
    },
    mark(scene) {
      for (const drawing of drawings.values()) drawing.mark(scene.selected, 0.5);
    },
    forgetColours() {
      palette = undefined;
    },
  };
}
