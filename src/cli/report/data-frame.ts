/** Data frames of plain rows: the only file that knows `danfojs-node`, which takes a second to load. */
import { DataFrame, toCSV } from 'danfojs-node';

export type { DataFrame };

/** `null`: not known, or nothing there. */
export type Cell = string | number | boolean | null;
/** One row by the names of its columns. */
export type FrameRow = Record<string, Cell>;
export type Column<Row> = readonly [name: string, cellOf: (row: Row) => Cell];

/** Columns stand in the order in which they are given. */
export function frameOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): DataFrame {
  const cells = rows.map((row) => columns.map(([, cellOf]) => cellOf(row)));
  return new DataFrame(cells, { columns: columns.map(([name]) => name) });
}

export const columnsOf = (frame: DataFrame): string[] => frame.columns;

export const cellsOf = (frame: DataFrame): Cell[][] => frame.values as Cell[][];

export function rowsOf(frame: DataFrame): FrameRow[] {
  const columns = columnsOf(frame);
  return cellsOf(frame).map((cells) =>
    Object.fromEntries(columns.map((name, column) => [name, cells[column] as Cell])),
  );
}

const NEEDS_QUOTES = /[",\r\n]/;
/** A spreadsheet takes a text that begins so for a formula, and computes it. */
const IS_FORMULA = /^[=+\-@\t\r]/;

/** With a heading; what is not known is empty. A text that begins like a formula is led by an apostrophe. */
export function csvOf(frame: DataFrame): string {
  const columns = columnsOf(frame);
  const cells = cellsOf(frame).map((row) => row.map(quoted));
  return toCSV(new DataFrame(cells, { columns })) as unknown as string;
}

/** The writer of danfojs puts commas between cells and nothing around them. */
function quoted(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const text = IS_FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
