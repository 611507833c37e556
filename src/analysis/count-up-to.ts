/** Finds a day among things that are in order of their days. */
import type { LocalDate } from './local-date.ts';

/** How many of `dated`, oldest first, lie on `date` or before. */
export function countUpTo(dated: readonly { date: LocalDate }[], date: LocalDate): number {
  let [low, high] = [0, dated.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dated[middle] as { date: LocalDate }).date <= date) low = middle + 1;
    else high = middle;
  }
  return low;
}
