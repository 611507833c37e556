/** Stacked bars of the periods: a hairline of ground between segments, stripes on the running week. */
import type { Period } from '../../chart-data/period.ts';
import type { Dataset } from './chart-spec.ts';
import type { Fill, Palette } from './palette.ts';

export interface BarPart {
  label: string;
  colour: string;
  /** Drawn instead of the plain colour. */
  fill?: Fill;
  /** In the drawn unit; `null` is unknown and draws nothing. */
  value: (period: Period) => number | null;
}

const MAX_BAR_WIDTH = 32;
/** Of a column: the usual band shows to both sides of its bar. */
const BAR_SHARE = 0.66;

export function stackedBars(
  periods: readonly Period[],
  parts: readonly BarPart[],
  palette: Palette,
): Dataset[] {
  return parts.map(({ label, colour, fill, value }) => ({
    type: 'bar',
    label,
    stack: 'bars',
    data: periods.map((period, x) => ({ x, y: value(period) ?? Number.NaN })),
    backgroundColor: periods.map(({ isPartial }) =>
      isPartial ? palette.soFar(colour) : (fill ?? colour),
    ),
    borderColor: palette.surface,
    borderWidth: { top: 1 },
    borderSkipped: false,
    categoryPercentage: 1,
    barPercentage: BAR_SHARE,
    maxBarThickness: MAX_BAR_WIDTH,
  }));
}
