/** What the table of a Strava export says of a file: names, types and gear that the file itself does not hold. */
import type { TableEvent } from '../../../src/archive/archive-event.ts';

export interface TableRow {
  title: string | null;
  gear: string | null;
  sportHint: string | null;
}

const NOTHING: TableRow = { title: null, gear: null, sportHint: null };
/** As long as anyone would name a run or a shoe; the rest would only make addresses too long. */
const MAX_CHARACTERS = 200;

export class ExportTable {
  readonly #rows = new Map<string, TableRow>();

  add({ folder, table }: TableEvent): void {
    for (const { fileName, name, type, gear } of table.activities) {
      const row = { title: shortened(name), gear: shortened(gear), sportHint: shortened(type) };
      this.#rows.set(folder + fileName, row);
    }
  }

  rowOf(path: string): TableRow {
    return this.#rows.get(path) ?? NOTHING;
  }
}

const shortened = (text: string | null): string | null => text?.slice(0, MAX_CHARACTERS) || null;
