/** Data frames as the sheets of one XLSX file. danfojs writes a single sheet a file, so its own writer is used directly. */
import { utils, write } from 'xlsx';
import { cellsOf, columnsOf, type DataFrame } from './data-frame.ts';

/** A sheet each, in their order; what is not known is an empty cell. */
export function workbookOf(frames: Record<string, DataFrame>): Uint8Array {
  const workbook = utils.book_new();
  for (const [name, frame] of Object.entries(frames)) {
    const sheet = utils.aoa_to_sheet([columnsOf(frame), ...cellsOf(frame)]);
    utils.book_append_sheet(workbook, sheet, name);
  }
  return write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true });
}
