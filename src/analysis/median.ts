/** The middle of some numbers; of an even count, halfway between the two in the middle. */

/** `values` in any order, not empty. */
export function medianOf(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  const upper = ascending.length >> 1;
  const lower = (ascending.length - 1) >> 1;
  return ((ascending[lower] as number) + (ascending[upper] as number)) / 2;
}
