/** The largest value of the last days, kept while days go by: each value enters and leaves once, whatever the history's length. */
import type { EpochDay } from './local-date.ts';

export class SlidingMaximum<Item extends { day: EpochDay; value: number }> {
  // Falling values, rising days: whatever is both older and not larger can never be the maximum again.
  readonly #candidates: Item[] = [];
  #head = 0;

  /** Days must not go backwards. Of equal values the newer counts. */
  add(item: Item): void {
    const candidates = this.#candidates;
    while (candidates.length > this.#head && (candidates.at(-1) as Item).value <= item.value) {
      candidates.pop();
    }
    candidates.push(item);
  }

  /** The item with the largest value among those of `firstDay` and later, or `null`; forgets what lies before. */
  since(firstDay: EpochDay): Item | null {
    while ((this.#candidates[this.#head]?.day ?? firstDay) < firstDay) this.#head += 1;
    return this.#candidates[this.#head] ?? null;
  }
}
