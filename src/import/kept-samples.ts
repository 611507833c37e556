/** How much of a damaged file there is, as its warning says it: `302 samples (5 min)`. */
import type { Activity } from '../analysis/activity.ts';

/** `count` samples were read, from which `activities` came. */
export function keptSamples(count: number, activities: readonly Activity[]): string {
  const seconds = activities.reduce((sum, { samples }) => sum + spanS(samples.timeS), 0);
  const span = seconds < 60 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
  return `${count} ${count === 1 ? 'sample' : 'samples'} (${span})`;
}

const spanS = (timeS: Float64Array): number =>
  timeS.length < 2 ? 0 : (timeS.at(-1) as number) - (timeS[0] as number);
