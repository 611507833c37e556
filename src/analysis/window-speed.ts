/**
 * Mean speed over a window of timer time centred on each step: distance arrives unevenly, GPS jitters. Near the ends of
 * the stretch the window keeps its length and moves inward.
 */
import { SPEED_WINDOW_S } from './policy.ts';

/** A treadmill at a steady 2 m/s must not come out as 1.999… m/s half of the time and walk. */
const SPEEDS_PER_MPS = 1e6;

/**
 * Writes m/s for steps `from` … `to − 1` into `speedMps`. `timerS` and `reachedM` are cumulative at samples; samples
 * `from` … `to` form one stretch without a break.
 */
export function windowSpeed(
  speedMps: Float64Array,
  timerS: Float64Array,
  reachedM: Float64Array,
  from: number,
  to: number,
): void {
  const half = SPEED_WINDOW_S / 2;
  const earliest = (timerS[from] as number) + half;
  const latest = (timerS[to] as number) - half;
  let low = from;
  let high = from;
  for (let i = from; i < to; i++) {
    const middle = ((timerS[i] as number) + (timerS[i + 1] as number)) / 2;
    const centre = Math.max(Math.min(middle, latest), earliest);
    while (low < i && (timerS[low + 1] as number) <= centre - half) low++;
    if (high <= i) high = i + 1;
    while (high < to && (timerS[high] as number) < centre + half) high++;
    const speed =
      ((reachedM[high] as number) - (reachedM[low] as number)) /
      ((timerS[high] as number) - (timerS[low] as number));
    // Not Math.round: that branches on the fraction, which no processor can foresee.
    speedMps[i] = Math.floor(speed * SPEEDS_PER_MPS + 0.5) / SPEEDS_PER_MPS;
  }
}
