/** The few recordings that every activity of the generated archive is a copy of, on a day of its own. */
import { encodeFit } from '../../fixtures/encode-fit.ts';
import { redatedFit } from '../../fixtures/redated-fit.ts';
import { DEFAULT_START_TIME_S, type RunSpec, syntheticRun } from '../../fixtures/synthetic-run.ts';

export interface Recordings {
  /** A copy of the activity of that number, the same whenever it is asked for. Number 0 is the latest. */
  run(number: number): Uint8Array<ArrayBuffer>;
  /** The same run as stored by a watch that saves space. */
  sparseRun(number: number): Uint8Array<ArrayBuffer>;
  ride(number: number): Uint8Array<ArrayBuffer>;
  runDistanceM(number: number): number;
  readonly rideDistanceM: number;
}

const RECORDINGS = 5;
const DAY_S = 86_400;
/** Longer by so much, one after the other: no two recordings have the same distance. */
const LONGER_BY = 0.07;

export const startTimeOf = (number: number): number => DEFAULT_START_TIME_S - number * DAY_S;

/** `runS`: length of the shortest run in seconds; an hour at 1 Hz with the fields of a chest strap takes 159 kB. */
export function makeRecordings(runS: number): Recordings {
  const runs = Array.from({ length: RECORDINGS }, (_, index) => recordingOf(index, runS));
  const cycling = syntheticRun({
    segments: [{ speedMps: 7.5, durationS: runS, cadenceSpm: 160 }],
    sport: 'cycling',
    subSport: 'road',
    noiseSeed: RECORDINGS,
  });
  const ride = encodeFit(cycling);
  const runOf = (number: number) => runs[number % RECORDINGS] as (typeof runs)[number];
  const onItsDay = (file: Uint8Array, number: number) => redatedFit(file, -number * DAY_S);
  return {
    run: (number) => onItsDay(runOf(number).full, number),
    sparseRun: (number) => onItsDay(runOf(number).sparse, number),
    ride: (number) => onItsDay(ride, number),
    runDistanceM: (number) => runOf(number).distanceM,
    rideDistanceM: cycling.session.distanceM as number,
  };
}

/** A run of its own, on the day after all others. */
export const visitRun = (): Uint8Array => encodeFit(visitActivity());

export const visitDistanceM = (): number => visitActivity().session.distanceM as number;

export const VISIT_NUMBER = -1;

const visitActivity = () =>
  syntheticRun({
    segments: [{ distanceM: 3000, speedMps: 2.78 }],
    startTimeS: startTimeOf(VISIT_NUMBER),
    recording: 'smart',
  });

function recordingOf(index: number, runS: number) {
  const spec: RunSpec = {
    segments: [
      {
        durationS: Math.round(runS * (1 + LONGER_BY * index)),
        speedMps: 2.9,
        gradePercent: 1,
        powerW: 240,
      },
    ],
    position: { latitudeDeg: 0.3, longitudeDeg: -20 },
    noiseSeed: index,
  };
  const full = syntheticRun(spec);
  return {
    full: encodeFit(full, { runningDynamics: true }),
    sparse: encodeFit(syntheticRun({ ...spec, recording: 'smart' })),
    distanceM: full.session.distanceM as number,
  };
}
