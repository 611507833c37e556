/** The samples of one leg of several, cut out of the segment's. */
import type { Samples } from '../../analysis/activity.ts';
import { mapColumns } from '../sample-columns.ts';

/** From `startS` up to, not including, `untilS`; distance counted from where the leg before ended. */
export function legSamples(samples: Samples, startS: number, untilS: number): Samples {
  const from = firstRowFrom(samples, startS);
  const to = Math.max(from, firstRowFrom(samples, untilS));
  const part = mapColumns(samples, to - from, (column) => column.slice(from, to));
  return { ...part, distanceM: fromZero(part.distanceM, samples.distanceM?.subarray(0, from)) };
}

/** The first row at or after `startS`; the count when there is none. */
function firstRowFrom({ count, timeS }: Samples, startS: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeS[middle] as number) < startS) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fromZero(
  distanceM: Float64Array | null,
  before: Float64Array | undefined,
): Float64Array | null {
  const reached = before?.findLast((metres) => !Number.isNaN(metres));
  const first = distanceM?.find((metres) => !Number.isNaN(metres));
  if (distanceM === null || reached === undefined || first === undefined) return distanceM;
  // Watches that count each leg from 0 begin below where the last one ended.
  return first < reached ? distanceM : distanceM.map((metres) => metres - reached);
}
