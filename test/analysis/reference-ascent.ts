/** How others sum climb, for comparison: every rise of the altitude, and the usual smoothing with hysteresis. Metres. */
import type { Activity } from '../../src/analysis/activity.ts';
import { climb, turningPoints } from '../../src/analysis/climb.ts';

const HALF_WINDOW_S = 5;
const HYSTERESIS_M = 1;

/** The sum of all rises from one known altitude to the next. */
export function naiveAscent(activity: Activity): number {
  const { altitudeM } = knownAltitude(activity);
  return altitudeM.reduce((sum, altitude, i) => {
    const rise = i === 0 ? 0 : altitude - (altitudeM[i - 1] as number);
    return sum + Math.max(0, rise);
  }, 0);
}

/** Altitude as a mean over 10 s, turning back by 1 m. */
export function smoothedAscent(activity: Activity): number {
  const { timeS, altitudeM } = knownAltitude(activity);
  let [from, to, sum] = [0, 0, 0];
  const means = timeS.map((now) => {
    while (to < timeS.length && (timeS[to] as number) <= now + HALF_WINDOW_S) {
      sum += altitudeM[to++] as number;
    }
    while ((timeS[from] as number) < now - HALF_WINDOW_S) sum -= altitudeM[from++] as number;
    return sum / (to - from);
  });
  const profile = Float64Array.from(means);
  return climb(profile, turningPoints(profile, HYSTERESIS_M)).ascentM;
}

function knownAltitude({ samples: { timeS, altitudeM } }: Activity) {
  const known = [...timeS.keys()].filter((i) => !Number.isNaN(altitudeM?.[i]));
  return {
    timeS: known.map((i) => timeS[i] as number),
    altitudeM: known.map((i) => altitudeM?.[i] as number),
  };
}
