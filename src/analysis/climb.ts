/**
 * Ascent and descent of an altitude profile: the sum of its rises and falls from turning point to turning point, where
 * a turn counts once the profile has come back by the hysteresis.
 */
export interface Climb {
  ascentM: number;
  descentM: number;
}

/** Metres between the turning points of `altitudeM`. */
export function climb(altitudeM: Float64Array, turns: readonly number[]): Climb {
  let ascentM = 0;
  let descentM = 0;
  for (let i = 1; i < turns.length; i++) {
    const rise =
      (altitudeM[turns[i] as number] as number) - (altitudeM[turns[i - 1] as number] as number);
    if (rise > 0) ascentM += rise;
    else descentM -= rise;
  }
  return { ascentM, descentM };
}

/**
 * Samples at which the profile turns, first and last of its climbs and descents included; none when it never moves by
 * the hysteresis (metres).
 */
export function turningPoints(altitudeM: Float64Array, hysteresisM: number): number[] {
  const turns: number[] = [];
  let [top, bottom] = [0, 0];
  let [topM, bottomM] = [altitudeM[0] as number, altitudeM[0] as number];
  let direction = 0;
  for (let i = 1; i < altitudeM.length; i++) {
    const altitude = altitudeM[i] as number;
    if (altitude > topM) [top, topM] = [i, altitude];
    if (altitude < bottomM) [bottom, bottomM] = [i, altitude];
    if (direction >= 0 && topM - altitude >= hysteresisM) {
      turns.push(top);
      [bottom, bottomM] = [i, altitude];
      direction = -1;
    } else if (direction <= 0 && altitude - bottomM >= hysteresisM) {
      turns.push(bottom);
      [top, topM] = [i, altitude];
      direction = 1;
    }
  }
  if (direction > 0) turns.push(top);
  else if (direction < 0) turns.push(bottom);
  return turns;
}

/** Ascent and descent up to each sample: every climb between turning points grows as its highest point so far does. */
export function climbAlong(
  altitudeM: Float64Array,
  turns: readonly number[],
): { ascentM: Float64Array; descentM: Float64Array } {
  const ascentM = new Float64Array(altitudeM.length);
  const descentM = new Float64Array(altitudeM.length);
  let next = 0;
  // The furthest altitude reached on the way from one turning point to the next.
  let furthest = 0;
  for (let i = 0; i < altitudeM.length; i++) {
    const altitude = altitudeM[i] as number;
    ascentM[i] = i === 0 ? 0 : (ascentM[i - 1] as number);
    descentM[i] = i === 0 ? 0 : (descentM[i - 1] as number);
    if (next > 0 && next < turns.length) {
      const isClimb =
        (altitudeM[turns[next] as number] as number) >
        (altitudeM[turns[next - 1] as number] as number);
      const gained = isClimb ? altitude - furthest : furthest - altitude;
      const column = isClimb ? ascentM : descentM;
      if (gained > 0) {
        column[i] = (column[i] as number) + gained;
        furthest = altitude;
      }
    }
    if (i === turns[next]) {
      next++;
      furthest = altitude;
    }
  }
  return { ascentM, descentM };
}
