/**
 * What a chart really drew, read back from its canvas: the bars' heights in the units of the axis labels beside them.
 * Listens to the drawing calls themselves, so it knows nothing of the data or of the chart library.
 */
import type { Page } from 'playwright-core';

/** One column of stacked bars. */
export interface DrawnColumn {
  /** Centre, in CSS pixels from the canvas' left edge. */
  x: number;
  /** Height of the whole stack above the axis, in units of the axis. */
  value: number;
}

export interface DrawnChart {
  columns: DrawnColumn[];
  /** How much of a unit one pixel is: no drawing can be more exact. */
  unitsPerPixel: number;
}

interface Recorded {
  rects: { x: number; y: number; width: number; height: number }[];
  texts: { text: string; x: number; y: number }[];
}

/** Call before the page loads. */
export async function recordDrawing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const recordings = new Map<HTMLCanvasElement, Recorded>();
    const of = (canvas: HTMLCanvasElement): Recorded => {
      const known = recordings.get(canvas) ?? { rects: [], texts: [] };
      recordings.set(canvas, known);
      return known;
    };
    const context = CanvasRenderingContext2D.prototype;
    const { rect, fillText, clearRect } = context;
    context.clearRect = function (x, y, width, height) {
      if (width >= this.canvas.clientWidth - 1) recordings.delete(this.canvas);
      clearRect.call(this, x, y, width, height);
    };
    context.rect = function (x, y, width, height) {
      of(this.canvas).rects.push({ x, y, width, height });
      rect.call(this, x, y, width, height);
    };
    context.fillText = function (text, x, y, maxWidth) {
      const { e, f, d } = this.getTransform();
      of(this.canvas).texts.push({ text, x: x + e / d, y: y + f / d });
      fillText.call(this, text, x, y, maxWidth);
    };
    Object.assign(window, { drawingOf: of });
  });
}

export async function drawnChart(page: Page, figureId: string): Promise<DrawnChart> {
  const canvas = page.locator(`#${figureId} canvas`);
  await canvas.scrollIntoViewIfNeeded();
  await page.waitForFunction(
    (id) => {
      const found = document.querySelector<HTMLCanvasElement>(`#${id} canvas`);
      const { drawingOf } = window as unknown as { drawingOf(c: HTMLCanvasElement): Recorded };
      return found !== null && drawingOf(found).texts.length > 2;
    },
    figureId,
    { timeout: 15_000 },
  );
  const recorded = await canvas.evaluate((element: HTMLCanvasElement) =>
    (window as unknown as { drawingOf(c: HTMLCanvasElement): Recorded }).drawingOf(element),
  );
  return measured(recorded);
}

function measured({ rects, texts }: Recorded): DrawnChart {
  const axis = axisLabels(texts);
  const [low, high] = [axis[0], axis.at(-1)] as [AxisLabel, AxisLabel];
  const unitsPerPixel = (high.value - low.value) / (low.y - high.y);
  const zeroY = low.y + low.value / unitsPerPixel;
  const bars = rects.filter(({ y, width, height }) => width < 80 && isBar(y, height, zeroY));
  const columns = new Map<number, number>();
  for (const { x, y, width, height } of bars) {
    const centre = Math.round(x + width / 2);
    const top = Math.min(y, y + height);
    columns.set(centre, Math.min(columns.get(centre) ?? zeroY, top));
  }
  return {
    unitsPerPixel,
    columns: [...columns]
      .sort(([a], [b]) => a - b)
      .map(([x, top]) => ({ x, value: (zeroY - top) * unitsPerPixel })),
  };
}

const isBar = (y: number, height: number, zeroY: number): boolean =>
  Math.abs(height) > 0.01 && Math.max(y, y + height) <= zeroY + 1;

interface AxisLabel {
  value: number;
  y: number;
}

/** Numbers written in one column at the left, from the lowest on the page to the highest. */
function axisLabels(texts: Recorded['texts']): AxisLabel[] {
  const numbers = texts
    .map(({ text, x, y }) => ({ value: Number(text.replace(/[,\s%+]/g, '')), x, y, text }))
    .filter(({ value, text }) => text !== '' && Number.isFinite(value));
  const left = Math.min(...numbers.map(({ x }) => x));
  return numbers.filter(({ x }) => x - left < 40).sort((a, b) => b.y - a.y);
}
