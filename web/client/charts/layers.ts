/** Our own layers of a drawing: bands and the column looked at below the bars, the model's range and limits above. */
import type { Chart, Plugin } from 'chart.js';
import type { Band, BandColumn, ChartSpec } from './chart-spec.ts';
import type { Palette } from './palette.ts';

/** What the layers read each time the chart is drawn. */
export interface LayerState {
  spec: ChartSpec;
  palette: Palette;
  /** Where the mark stands on the x axis, and how far it reaches. */
  mark: { x: number; halfWidth: number } | null;
}

export function layers(state: LayerState): Plugin {
  return {
    id: 'layers',
    beforeDraw: (chart) => within(chart, (context) => drawGround(chart, context, state)),
    afterDatasetsDraw: (chart) => {
      within(chart, (context) => drawEdges(chart, context, state));
      if (state.mark !== null) underline(chart, state.palette, state.mark);
    },
  };
}

/** Below the axis, where no bar hides it. */
function underline(
  { ctx, scales, chartArea }: Chart,
  palette: Palette,
  { x, halfWidth }: NonNullable<LayerState['mark']>,
): void {
  const axis = scales.x;
  if (axis === undefined || halfWidth === 0) return;
  const left = axis.getPixelForValue(x - halfWidth);
  ctx.save();
  ctx.fillStyle = palette.accent;
  ctx.fillRect(left, chartArea.bottom, axis.getPixelForValue(x + halfWidth) - left, 3);
  ctx.restore();
}

function within(chart: Chart, draw: (context: CanvasRenderingContext2D) => void): void {
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
  ctx.clip();
  draw(ctx);
  ctx.restore();
}

function drawGround(
  chart: Chart,
  context: CanvasRenderingContext2D,
  { spec, palette, mark }: LayerState,
): void {
  for (const band of spec.bands) {
    if (band.style !== 'usual') continue;
    for (const run of contiguous(band)) {
      context.fillStyle = palette.band;
      context.fill(area(chart, run));
      strokeEdge(context, edge(chart, run, 'low'), palette.edge, [4, 3], 1);
      strokeEdge(context, edge(chart, run, 'high'), palette.edge, [4, 3], 1.5);
    }
  }
  if (mark !== null) drawMark(chart, context, palette, mark);
}

/** A column as a breath of colour, a place without width as a line. */
function drawMark(
  { scales, chartArea }: Chart,
  context: CanvasRenderingContext2D,
  palette: Palette,
  { x, halfWidth }: NonNullable<LayerState['mark']>,
): void {
  const axis = scales.x;
  if (axis === undefined) return;
  const left = axis.getPixelForValue(x - halfWidth);
  const width = axis.getPixelForValue(x + halfWidth) - left;
  context.fillStyle = halfWidth === 0 ? palette.ink : palette.accent;
  context.globalAlpha = halfWidth === 0 ? 0.7 : 0.14;
  context.fillRect(
    left - (halfWidth === 0 ? 0.75 : 0),
    chartArea.top,
    Math.max(1.5, width),
    chartArea.height,
  );
  context.globalAlpha = 1;
}

function drawEdges(
  chart: Chart,
  context: CanvasRenderingContext2D,
  { spec, palette }: LayerState,
): void {
  for (const band of spec.bands) {
    if (band.style !== 'range') continue;
    for (const run of contiguous(band)) {
      strokeEdge(context, edge(chart, run, 'low'), palette.accent, [1.5, 3], 1.25);
      strokeEdge(context, edge(chart, run, 'high'), palette.accent, [1.5, 3], 1.25);
    }
  }
  for (const { value } of spec.limits) {
    strokeEdge(context, levelLine(chart, value), palette.above, [5, 4], 1.5);
  }
}

function strokeEdge(
  context: CanvasRenderingContext2D,
  path: Path2D,
  colour: string,
  dash: number[],
  width: number,
): void {
  context.setLineDash(dash);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
}

/** Columns that touch, as one run: a gap in the data is a gap in the drawing. */
export function contiguous({ columns }: Band): BandColumn[][] {
  const runs: BandColumn[][] = [];
  for (const column of columns) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run !== undefined && last !== undefined && Math.abs(column.from - last.to) < 1e-6) {
      run.push(column);
    } else runs.push([column]);
  }
  return runs;
}

/** A line per week, without the risers between: they would read as bars. Days are close enough to be one line. */
function edge(chart: Chart, run: readonly BandColumn[], side: 'low' | 'high'): Path2D {
  const path = new Path2D();
  const isStepped = run.some(({ from, to }) => to - from > 0.5);
  for (const [index, point] of corners(chart, run, side).entries()) {
    if (index === 0 || (isStepped && index % 2 === 0)) path.moveTo(...point);
    else path.lineTo(...point);
  }
  return path;
}

function area(chart: Chart, run: readonly BandColumn[]): Path2D {
  const path = new Path2D();
  const outline = [...corners(chart, run, 'high'), ...corners(chart, run, 'low').reverse()];
  for (const point of outline) path.lineTo(...point);
  path.closePath();
  return path;
}

function corners(
  { scales: { x, y } }: Chart,
  run: readonly BandColumn[],
  side: 'low' | 'high',
): [number, number][] {
  if (x === undefined || y === undefined) return [];
  return run.flatMap((column): [number, number][] => {
    const height = y.getPixelForValue(column[side]);
    return [
      [x.getPixelForValue(column.from), height],
      [x.getPixelForValue(column.to), height],
    ];
  });
}

function levelLine({ scales: { y }, chartArea }: Chart, value: number): Path2D {
  const path = new Path2D();
  const height = y?.getPixelForValue(value) ?? 0;
  path.moveTo(chartArea.left, height);
  path.lineTo(chartArea.right, height);
  return path;
}
