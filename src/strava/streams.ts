/**
 * An activity of Strava → the same `Activity` that its file gives. Streams are its course, the summary its totals; without
 * streams the totals alone are kept. Must not ask Strava for anything, nor judge whether a value is plausible.
 */
import type { Activity, Pause, Samples, Session, Warning } from '../analysis/activity.ts';
import { gapPauses } from '../analysis/gap-pauses.ts';
import { sportFamily } from '../analysis/sport-family.ts';
import { fitSport } from './sport-type.ts';
import type { StravaStreams } from './stream-set.ts';
import type { StravaSummary } from './summary.ts';

export interface ActivityFromStrava {
  activity: Activity;
  warnings: Warning[];
}

/** `streams`: `null` when Strava has none, or they have not been asked for. */
export function activityFromStrava(
  summary: StravaSummary,
  streams: StravaStreams | null,
): ActivityFromStrava {
  const { startTimeS, utcOffsetS, isTrainer } = summary;
  const { sport, subSport } = fitSport(summary.sportType, isTrainer);
  const stepsPerCycle = STEPPING.has(sportFamily(sport)) ? 2 : 1;
  const { samples, leftOut } = toSamples(startTimeS, streams, stepsPerCycle);
  const pauses = gapPauses(samples, []);
  const activity: Activity = {
    sport,
    subSport,
    startTimeS,
    utcOffsetS,
    session: toSession(summary, samples, pauses, stepsPerCycle),
    laps: [],
    pauses,
    samples,
    device:
      summary.deviceName === null
        ? null
        : { manufacturer: null, product: summary.deviceName, serialNumber: null },
  };
  return {
    activity,
    warnings: [
      ...(utcOffsetS === null ? [LOCAL_TIME_UNKNOWN] : []),
      ...(samples.count === 0 ? [summary.isManual ? TYPED_IN : NO_STREAMS] : []),
      ...(leftOut > 0 ? [OUT_OF_ORDER] : []),
    ],
  };
}

/** Strava counts the cycles of one leg. */
const STEPPING: ReadonlySet<string> = new Set(['running', 'walking']);

function toSession(
  summary: StravaSummary,
  { timeS, count }: Samples,
  pauses: readonly Pause[],
  stepsPerCycle: number,
): Session {
  const pausedS = pauses.reduce((sum, pause) => sum + pause.endTimeS - pause.startTimeS, 0);
  const spanS = count > 1 ? (timeS[count - 1] as number) - (timeS[0] as number) : null;
  const { movingS, elapsedS, averageCadence } = summary;
  return {
    distanceM: summary.distanceM,
    // Strava's moving time also lacks what was stood while the watch ran: the course tells better.
    timerS: spanS === null ? (movingS ?? elapsedS) : spanS - pausedS,
    elapsedS: elapsedS ?? spanS,
    ascentM: summary.ascentM,
    descentM: null,
    avgCadenceSpm: averageCadence === null ? null : averageCadence * stepsPerCycle,
    avgHeartRateBpm: summary.averageHeartRateBpm,
    perceivedExertion: null,
  };
}

function toSamples(
  startTimeS: number,
  streams: StravaStreams | null,
  stepsPerCycle: number,
): { samples: Samples; leftOut: number } {
  const clockS = (streams?.timeS ?? new Float64Array()).map(
    (sinceStartS) => startTimeS + sinceStartS,
  );
  const rows = rowsInOrder(clockS);
  const column = (values: Float64Array | null | undefined, convert = (value: number) => value) => {
    const taken = values && Float64Array.from(rows, (row) => convert(values[row] as number));
    return taken?.some((value) => !Number.isNaN(value)) ? taken : null;
  };
  const samples: Samples = {
    count: rows.length,
    timeS: Float64Array.from(rows, (row) => clockS[row] as number),
    distanceM: column(streams?.distanceM),
    speedMps: column(streams?.speedMps),
    altitudeM: column(streams?.altitudeM),
    cadenceSpm: column(streams?.cadence, (cycles) => cycles * stepsPerCycle),
    // A heart that does not beat is a strap that is not worn.
    heartRateBpm: column(streams?.heartRateBpm, (beats) => beats || Number.NaN),
    powerW: column(streams?.powerW),
    latitudeDeg: column(streams?.latitudeDeg),
    longitudeDeg: column(streams?.longitudeDeg),
  };
  return { samples, leftOut: clockS.length - rows.length };
}

/** Rows each later than the one before. */
function rowsInOrder(timeS: Float64Array): number[] {
  const rows: number[] = [];
  let lastS = Number.NEGATIVE_INFINITY;
  timeS.forEach((time, row) => {
    if (!(time > lastS && Number.isFinite(time))) return;
    rows.push(row);
    lastS = time;
  });
  return rows;
}

const LOCAL_TIME_UNKNOWN: Warning = {
  kind: 'local-time-unknown',
  message: 'Strava does not say in which time zone this was: yours was taken.',
};

const TYPED_IN: Warning = {
  kind: 'no-samples',
  message: 'This was typed in by hand: only its totals are known, not its course.',
};

const NO_STREAMS: Warning = {
  kind: 'no-samples',
  message: 'Strava has only the totals of this activity, not its course.',
};

const OUT_OF_ORDER: Warning = {
  kind: 'time-jump',
  message: 'Some samples from Strava are not in order of time; they were left out.',
};
