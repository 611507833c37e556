/**
 * Which shoe each run was run in: what the runner says of the run, else what its file or archive calls the gear, else the
 * shoe put on last before it: that of the run before, or one in use since a day between. A retired shoe is not put on by
 * itself. Pure; the order in which runs were imported does not matter.
 */
import type { LocalDate } from '../analysis/local-date.ts';
import { type KnownShoe, shoeCalled } from './known-shoe.ts';

export interface ShodRun {
  id: string;
  /** Tells runs that start together apart, the same in every import: see `recordingKey`. */
  key: string;
  startTimeS: number;
  localDate: LocalDate;
  /** What the runner says. */
  saidShoeId: string | null;
  /** What the file, or the archive it came in, says. */
  gear: string | null;
  /** A run that is left out has a shoe, but later ones do not take it over. */
  isLeftOut: boolean;
}

export interface WornShoe {
  shoe: KnownShoe;
  from: 'runner' | 'gear' | 'before';
}

/** By the id of the run; a run of whose shoe nothing is known is absent. */
export function runShoes(
  runs: readonly ShodRun[],
  shoes: readonly KnownShoe[],
): Map<string, WornShoe> {
  const kept = shoes.filter(({ isDeleted }) => !isDeleted);
  const byId = new Map(kept.map((shoe) => [shoe.id, shoe]));
  const byGear = new Map<string, KnownShoe | null>();
  const cupboard = new Cupboard(kept);
  const worn = new Map<string, WornShoe>();
  for (const run of runs.toSorted(inOrder)) {
    cupboard.bringOut(run.localDate);
    const said = byId.get(run.saidShoeId ?? '');
    const known = said ?? calledGear(run.gear);
    const shoe = known ?? cupboard.lastWorn(run.localDate);
    if (shoe === undefined) continue;
    worn.set(run.id, { shoe, from: said ? 'runner' : known ? 'gear' : 'before' });
    if (!run.isLeftOut) cupboard.putOn(shoe);
  }
  return worn;

  /** A name that means a deleted shoe means none. */
  function calledGear(gear: string | null): KnownShoe | undefined {
    if (gear === null) return undefined;
    if (!byGear.has(gear)) {
      const shoe = shoeCalled(shoes, gear);
      byGear.set(gear, shoe === undefined || shoe.isDeleted ? null : shoe);
    }
    return byGear.get(gear) ?? undefined;
  }
}

/** The shoes in the order in which they were last put on. */
class Cupboard {
  /** Next first. */
  readonly #toCome: KnownShoe[];
  /** Last put on first. */
  #latest: KnownShoe[] = [];

  constructor(shoes: readonly KnownShoe[]) {
    this.#toCome = shoes.filter(({ since }) => since !== null).sort(bySince);
  }

  putOn(shoe: KnownShoe): void {
    if (this.#latest[0] === shoe) return;
    this.#latest = [shoe, ...this.#latest.filter((other) => other !== shoe)];
  }

  /** Puts on what is in use since that day or an earlier one. */
  bringOut(date: LocalDate): void {
    for (
      let [next] = this.#toCome;
      next?.since != null && next.since <= date;
      [next] = this.#toCome
    ) {
      this.putOn(next);
      this.#toCome.shift();
    }
  }

  lastWorn(date: LocalDate): KnownShoe | undefined {
    return this.#latest.find(({ retiredOn }) => retiredOn === null || retiredOn >= date);
  }
}

function inOrder(one: ShodRun, other: ShodRun): number {
  return one.startTimeS - other.startTimeS || compare(one.key, other.key);
}

function bySince(one: KnownShoe, other: KnownShoe): number {
  return compare(one.since ?? '', other.since ?? '') || compare(one.name, other.name);
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
