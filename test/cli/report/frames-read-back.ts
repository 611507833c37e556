/** A history's frames as `report` writes them, read back by danfojs and by SheetJS. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCSV } from 'danfojs-node';
import { read, utils } from 'xlsx';
import { FRAME_NAMES, type FrameName } from '../../../src/cli/report/frame-names.ts';

export type Row = Record<string, unknown>;
export type Frames = Record<FrameName, Row[]>;

/** Columns whose texts look like numbers or times. */
const TEXTS = ['id', 'runs', 'startTime', 'title', 'file'];

/** Of papaparse, to which danfojs hands them; its types know a few. */
const CSV_OPTIONS: Record<string, unknown> = {
  dynamicTyping: (column: string) => !TEXTS.includes(column),
  skipEmptyLines: true,
};

export function framesOfCsv(folder: string): Promise<Frames> {
  return eachFrame(async (name) => {
    const frame = await readCSV(join(folder, `${name}.csv`), CSV_OPTIONS);
    const columns: string[] = frame.columns;
    return (frame.values as unknown[][]).map((cells) =>
      Object.fromEntries(columns.map((column, index) => [column, orNull(cells[index])])),
    );
  });
}

export function framesOfXlsx(file: string): Promise<Frames> {
  const { Sheets } = read(readFileSync(file));
  return eachFrame(async (name) => utils.sheet_to_json<Row>(Sheets[name] ?? {}, { defval: null }));
}

/** A text that is not there is read as an empty one. */
const orNull = (cell: unknown) => (cell === '' ? null : cell);

async function eachFrame(read: (name: FrameName) => Promise<Row[]>): Promise<Frames> {
  const frames = {} as Frames;
  for (const name of FRAME_NAMES) frames[name] = await read(name);
  return frames;
}
