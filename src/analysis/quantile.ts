/** The value below which a fraction of some numbers lies. */

/** Linear between the two nearest of the first `count` values (Hyndman and Fan's type 7, what spreadsheets call PERCENTILE.INC); `count` is at least 1. */
export function quantile(ascending: ArrayLike<number>, count: number, fraction: number): number {
  const position = (count - 1) * fraction;
  const lower = ascending[Math.floor(position)] as number;
  const upper = ascending[Math.ceil(position)] as number;
  return lower + (upper - lower) * (position - Math.floor(position));
}
