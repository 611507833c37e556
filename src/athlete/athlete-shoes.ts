/** The athlete's shoes, behind the athlete's one door. What changes of a shoe is judged anew; no file is read for it. */
import type { LocalDate } from '../analysis/local-date.ts';
import { err, ok, type Result } from '../analysis/result.ts';
import { AthleteDiary } from './athlete-diary.ts';
import { type KnownShoe, type ShoeFields, shoeCalled } from './known-shoe.ts';
import type { RequestClock } from './runner-clock.ts';
import type { Settings } from './settings.ts';
import { type ListedShoe, listedShoes } from './shoe-list.ts';
import { insertShoe, readShoes, setShoeDeleted, updateShoe } from './shoe-table.ts';
import { readShodRuns } from './worn-shoes.ts';

export interface ShoesAnswer {
  settings: Settings;
  today: LocalDate;
  shoes: ListedShoe[];
  /** Deleted ones, which can be restored. */
  deleted: ListedShoe[];
}

/** `name-taken`: a shoe in the list is called so. `retired-before`: its last day lies before its first. */
export type ShoeError = 'unknown' | 'name-taken' | 'retired-before';

/** What is absent stays as it is. */
export type ShoeChange = Partial<ShoeFields>;

export abstract class AthleteShoes extends AthleteDiary {
  shoes(clock: RequestClock): ShoesAnswer {
    const settings = this.settings();
    const today = this.today(clock, settings);
    const { runs } = this.history(today, settings);
    const all = listedShoes(readShoes(this.sql), runs, readShodRuns(this.sql), today);
    const { kept = [], deleted = [] } = Object.groupBy(all, ({ isDeleted }) =>
      isDeleted ? 'deleted' : 'kept',
    );
    return { settings, today, shoes: kept, deleted };
  }

  /** Gives its id. */
  addShoe(fields: ShoeFields): Result<string, ShoeError> {
    const problem = this.#problemOf(fields, null);
    if (problem !== null) return err(problem);
    const id = insertShoe(this.sql, fields);
    this.runsChanged();
    return ok(id);
  }

  changeShoe(id: string, change: ShoeChange): Result<KnownShoe, ShoeError> {
    const shoe = this.#find(id);
    if (shoe === undefined || shoe.isDeleted) return err('unknown');
    const after = { ...shoe, ...change };
    const problem = this.#problemOf(after, id);
    if (problem !== null) return err(problem);
    updateShoe(this.sql, id, after);
    this.runsChanged();
    return ok(after);
  }

  /** False when there is no shoe of that id. Its runs wear what they would without it, until it is restored. */
  deleteShoe(id: string, nowS: number): boolean {
    const shoe = this.#find(id);
    if (shoe === undefined) return false;
    if (!shoe.isDeleted) setShoeDeleted(this.sql, id, nowS);
    this.runsChanged();
    return true;
  }

  restoreShoe(id: string): Result<null, ShoeError> {
    const shoe = this.#find(id);
    if (shoe === undefined) return err('unknown');
    const problem = this.#problemOf(shoe, id);
    if (problem !== null) return err(problem);
    setShoeDeleted(this.sql, id, null);
    this.runsChanged();
    return ok(null);
  }

  #find(id: string): KnownShoe | undefined {
    return readShoes(this.sql).find((shoe) => shoe.id === id);
  }

  #problemOf({ name, since, retiredOn }: ShoeFields, id: string | null): ShoeError | null {
    if (since !== null && retiredOn !== null && retiredOn < since) return 'retired-before';
    const others = readShoes(this.sql).filter((shoe) => shoe.id !== id && !shoe.isDeleted);
    return shoeCalled(others, name) === undefined ? null : 'name-taken';
  }
}
