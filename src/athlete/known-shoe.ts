/** A shoe as the athlete's tables know it, and how it is told by its name. */
import type { LocalDate } from '../analysis/local-date.ts';
import type { Shoe } from '../analysis/shoe.ts';

export interface KnownShoe extends Shoe {
  /** The last day on which it was worn. */
  retiredOn: LocalDate | null;
  /** What archives and files call it, where that is known. */
  gear: string | null;
  /** Deleted by the runner: no run wears it until it is restored. */
  isDeleted: boolean;
}

/** What the runner says of a shoe. */
export type ShoeFields = Omit<KnownShoe, 'id' | 'gear' | 'isDeleted'>;

/** The shoe of that name, or that archives call so; one in use before a deleted one. Case and outer spaces are no matter. */
export function shoeCalled(shoes: readonly KnownShoe[], name: string): KnownShoe | undefined {
  const isCalled = (known: string | null) => known !== null && plain(known) === plain(name);
  const called = shoes.filter((shoe) => isCalled(shoe.name) || isCalled(shoe.gear));
  return called.find(({ isDeleted }) => !isDeleted) ?? called[0];
}

const plain = (name: string): string => name.trim().toLowerCase();
