/** Small watch files for requests: the shape of a day's run, as FIT. */
import { encodedRun } from '../../fixtures/encoded-run.ts';
import { encodeFit, type RunSpec, syntheticRun } from '../../fixtures/synthetic-run.ts';

const DAY_S = 86_400;
/** 2026-03-02 07:00 UTC, a Monday. */
export const MONDAY_MORNING_S = 1_772_434_800;
const IN_OPEN_SEA = { latitudeDeg: 1, longitudeDeg: -30 };

/** An even run on the flat, so many days after Monday 2 March 2026, at 08:00 one hour ahead of UTC. */
export function runOn(day: number, distanceM: number, spec: Partial<RunSpec> = {}): Uint8Array {
  return encodedRun(specOf(day, distanceM, spec));
}

export function rideOn(day: number, distanceM: number): Uint8Array {
  return encodedRun(specOf(day, distanceM, { sport: 'cycling' }));
}

/** One file of two sessions: a ride, then a run. */
export function brickOn(day: number, rideM: number, runM: number): Uint8Array {
  const ride = syntheticRun(specOf(day, rideM, { sport: 'cycling' }));
  const run = syntheticRun(specOf(day, runM, { startTimeS: ride.startTimeS + 4 * 3600 }));
  return encodeFit([ride, run]);
}

function specOf(day: number, distanceM: number, spec: Partial<RunSpec>): RunSpec {
  return {
    segments: [{ distanceM, speedMps: 2.78 }],
    startTimeS: MONDAY_MORNING_S + day * DAY_S,
    recording: 'smart',
    position: IN_OPEN_SEA,
    ...spec,
  };
}
