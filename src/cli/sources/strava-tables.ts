/** What the tables of Strava exports met so far say of the files beside them, by path. */
import type { AboutFile, FoundTable } from './source-event.ts';

const NOTHING: AboutFile = { title: null, gear: null, sportHint: null };
/** As long as anyone would name a run or a shoe. */
const MAX_CHARACTERS = 200;

export class StravaTables {
  readonly #about = new Map<string, AboutFile>();

  add({ folder, table }: FoundTable): void {
    for (const { fileName, name, gear, type } of table.activities) {
      const about = { title: text(name), gear: text(gear), sportHint: text(type) };
      this.#about.set(folder + fileName, about);
    }
  }

  /** The export names the compressed file; unpacked by hand, it has lost that ending. */
  about(path: string): AboutFile {
    return this.#about.get(path) ?? this.#about.get(`${path}.gz`) ?? NOTHING;
  }
}

const text = (cell: string | null): string | null => cell?.slice(0, MAX_CHARACTERS) || null;
