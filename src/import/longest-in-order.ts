/**
 * Which of a list of times to believe when some run backward: the most that stand in order. One wild time, a clock set
 * back for good and two sensors written a second out of turn all lose as little as can be.
 */

/**
 * Rows of the longest subsequence of `times` that never falls, ascending. `NaN` is in none. O(n log n): patience sorting,
 * M. L. Fredman, "On computing the length of longest increasing subsequences", Discrete Mathematics 11 (1975).
 */
export function longestInOrder(times: Float64Array): Uint32Array {
  // tails[k]: row with the smallest time that ends a subsequence of k + 1 rows.
  const tails = new Uint32Array(times.length);
  const before = new Int32Array(times.length);
  let length = 0;
  for (let row = 0; row < times.length; row++) {
    const time = times[row] as number;
    if (Number.isNaN(time)) continue;
    const rank = firstLater(times, tails, length, time);
    before[row] = rank === 0 ? -1 : (tails[rank - 1] as number);
    tails[rank] = row;
    if (rank === length) length++;
  }
  const rows = new Uint32Array(length);
  let row = length === 0 ? -1 : (tails[length - 1] as number);
  for (let i = length - 1; i >= 0; i--) {
    rows[i] = row;
    row = before[row] as number;
  }
  return rows;
}

/** How many of the first `length` tails have a time up to and including `time`. */
function firstLater(times: Float64Array, tails: Uint32Array, length: number, time: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[tails[middle] as number] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
