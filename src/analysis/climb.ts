/**
 * Ascent and descent of an altitude profile: the sum of its rises and falls from turning point to turning point, where
 * a turn counts once the profile has come back by the hysteresis. Must be given smoothed altitude.
 */
export interface Climb {
  ascentM: number;
  descentM: number;
}

/** Metres. A profile that never moves by the hysteresis climbs nothing. */
export function climb(altitudeM: Float64Array, hysteresisM: number): Climb {
  let ascentM = 0;
  let descentM = 0;
  // The last turning point, and how far the profile got since, upward and downward.
  let turn = altitudeM[0] as number;
  let top = turn;
  let bottom = turn;
  let direction = 0;
  for (let i = 1; i < altitudeM.length; i++) {
    const altitude = altitudeM[i] as number;
    if (altitude > top) top = altitude;
    if (altitude < bottom) bottom = altitude;
    if (direction >= 0 && top - altitude >= hysteresisM) {
      if (direction > 0) ascentM += top - turn;
      turn = top;
      bottom = altitude;
      direction = -1;
    } else if (direction <= 0 && altitude - bottom >= hysteresisM) {
      if (direction < 0) descentM += turn - bottom;
      turn = bottom;
      top = altitude;
      direction = 1;
    }
  }
  if (direction > 0) ascentM += top - turn;
  else if (direction < 0) descentM += turn - bottom;
  return { ascentM, descentM };
}
