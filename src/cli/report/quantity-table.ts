/** A table of sums for people: weeks, months, surfaces, shoes. Takes rows of the frames, rounds and names units. */
import {
  formatClimb,
  formatLoad,
  formatRunDistance,
  formatWeeklyDistance,
  type Units,
} from '../../../web/format.ts';
import type { DailyQuantity } from '../../analysis/daily-load.ts';
import type { UsualLevel } from '../../analysis/usual-range.ts';
import { alignedLines, GAP } from './aligned.ts';
import type { FrameRow } from './data-frame.ts';
import { levelOf, unknownRunsOf } from './quantity-columns.ts';

type Quantity = [heading: string, quantity: DailyQuantity, format: (value: number) => string];

export const UNKNOWN = '–';
const AT_LEAST = '≥ ';
const MARKS: Record<UsualLevel, string> = {
  usual: ' ',
  'not-enough-data': ' ',
  above: '△',
  'well-above': '◆',
};

/** `keyOf` names a row, in a column headed `heading`. */
export function quantityTable(
  rows: readonly FrameRow[],
  heading: string,
  keyOf: (row: FrameRow) => string,
  units: Units,
): string[] {
  const quantities: Quantity[] = [
    ['Distance', 'distanceM', (metres) => formatWeeklyDistance(metres, units)],
    ['Climb', 'ascentM', (metres) => formatClimb(metres, units)],
    ['Uphill', 'uphillM', (metres) => formatRunDistance(metres, units)],
    ['Fast', 'fastM', (metres) => formatRunDistance(metres, units)],
    ['Load', 'loadAeKm', formatLoad],
  ];
  const headings = [heading, 'Runs', ...quantities.map(([name]) => `${name}${GAP}`)];
  const cells = rows.map((row) => [
    keyOf(row),
    String(row.runCount),
    ...quantities.map(([, quantity, format]) => cellOf(row, quantity, format)),
  ]);
  return alignedLines(
    [headings, ...cells],
    ['left', ...headings.slice(1).map(() => 'right' as const)],
  );
}

/** Two places after the number, for its mark. */
function cellOf(row: FrameRow, quantity: DailyQuantity, format: (value: number) => string): string {
  const value = row[quantity];
  if (typeof value !== 'number') return `${UNKNOWN}${GAP}`;
  const mark = MARKS[(row[levelOf(quantity)] ?? 'usual') as UsualLevel];
  return `${Number(row[unknownRunsOf(quantity)]) > 0 ? AT_LEAST : ''}${format(value)} ${mark}`;
}
