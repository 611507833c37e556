/**
 * One segment's summary and samples → its activities, one for each session. Samples and laps go to the session in whose
 * time they fall. Where a session lies is told by its start and elapsed time: the times of its other stamps and of the
 * file mean different things on different watches.
 */
import type { Activity, Lap, Pause, Samples, Session, Warning } from '../../analysis/activity.ts';
import { mapColumns } from '../sample-columns.ts';
import { type TimeWindow, toTimeline } from '../timeline.ts';
import { FIRST_DATE_TIME, FIT_EPOCH_S } from './fit-format.ts';
import type { FitLap, FitSession, FitSport, FitSummary } from './fit-sdk.ts';
import { stepsPerMinute } from './record-samples.ts';
import { timerPauses } from './timer-pauses.ts';
import { utcOffset } from './utc-offset.ts';

export interface SegmentActivities {
  activities: Activity[];
  warnings: Warning[];
}

/** A session in its place; without `session` there is only what the samples tell. */
interface Leg extends TimeWindow {
  sport: FitSport | null;
  session: FitSession | null;
}

/** Samples and events are written in whole seconds, so they may lie this far from an end on a fraction. */
const END_SLACK_S = 1;
const RPE_SCALE = 10;

/** `samples` are those of the whole segment, as `recordSamples` gives them. */
export function sessionActivities(summary: FitSummary, samples: Samples): SegmentActivities {
  const pauses = timerPauses(summary.timerEvents);
  const placed = placedSessions(summary.sessions);
  const timeline = toTimeline(samples, pauses, envelope(placed));
  const legs = placed.length > 0 ? placed : legFromSamples(summary, timeline.samples);
  const activities = legs.map((leg, i) => {
    const until = legs[i + 1]?.startS ?? Number.POSITIVE_INFINITY;
    const legSamples =
      legs.length === 1 ? timeline.samples : samplesWithin(timeline.samples, leg, until);
    return toActivity(summary, leg, lapsFrom(summary.laps, legs, i), pauses, legSamples);
  });
  return {
    activities,
    warnings: [...timeline.warnings, ...warningsOf(activities, timeline.samples.count, placed)],
  };
}

/** Sessions in order of time. One that does not say when it began is placed by its end, if it has one. */
function placedSessions(sessions: readonly FitSession[]): Leg[] {
  return sessions
    .flatMap((session) => {
      const elapsedS = session.elapsedS ?? session.timerS ?? 0;
      const startS =
        session.startTimeS ?? (session.timestampS === null ? null : session.timestampS - elapsedS);
      return startS === null ? [] : [{ sport: session, session, startS, endS: startS + elapsedS }];
    })
    .sort((a, b) => a.startS - b.startS);
}

function envelope(legs: readonly Leg[]): TimeWindow | null {
  const first = legs[0];
  if (first === undefined) return null;
  return { startS: first.startS, endS: Math.max(...legs.map(({ endS }) => endS)) };
}

/** A recording that was cut off before its summary: everything is left to the samples. */
function legFromSamples(summary: FitSummary, { count, timeS }: Samples): Leg[] {
  if (count === 0) return [];
  const sport = summary.sport ?? summary.laps.find((lap) => lap.sport !== null) ?? null;
  return [{ sport, session: null, startS: timeS[0] as number, endS: timeS[count - 1] as number }];
}

/** The samples of one leg of several, its distance counted from where the leg before ended. */
function samplesWithin(samples: Samples, { startS, endS }: Leg, untilS: number): Samples {
  const from = samples.timeS.findIndex((time) => time >= startS);
  const after = samples.timeS.findIndex((time) => time >= untilS || time > endS + END_SLACK_S);
  const to = after === -1 ? samples.count : after;
  if (from === -1 || to <= from) return mapColumns(samples, 0, () => new Float64Array(0));
  const part = mapColumns(samples, to - from, (column) => column.slice(from, to));
  if (samples.distanceM === null || part.distanceM === null) return part;
  const before = samples.distanceM.subarray(0, from).findLast((metres) => !Number.isNaN(metres));
  const first = part.distanceM.find((metres) => !Number.isNaN(metres));
  // Watches that count each leg from 0 begin below where the last one ended.
  if (before === undefined || first === undefined || first < before) return part;
  return { ...part, distanceM: part.distanceM.map((metres) => metres - before) };
}

/** Each lap belongs to the last leg that had begun when it began. */
function lapsFrom(laps: readonly FitLap[], legs: readonly Leg[], leg: number): Lap[] {
  return laps.flatMap(({ startTimeS, distanceM, timerS, elapsedS }) => {
    if (startTimeS === null) return [];
    const owner = legs.findLastIndex(({ startS }) => startS <= startTimeS);
    return Math.max(owner, 0) === leg ? [{ startTimeS, distanceM, timerS, elapsedS }] : [];
  });
}

function toActivity(
  summary: FitSummary,
  { sport, session, startS, endS }: Leg,
  laps: Lap[],
  pauses: readonly Pause[],
  samples: Samples,
): Activity {
  // The last stop is the end of the activity, not a pause.
  const lastS = Math.max(endS - END_SLACK_S, samples.timeS[samples.count - 1] ?? startS);
  const device = summary.fileId;
  return {
    sport: sport?.sport ?? 'generic',
    subSport: sport?.subSport ?? null,
    startTimeS: startS,
    utcOffsetS: utcOffset(summary.localMinusUtcS),
    session: toTotals(session),
    laps,
    pauses: pauses.filter(({ startTimeS, endTimeS }) => startTimeS < lastS && endTimeS > startS),
    samples,
    device: device && {
      manufacturer: device.manufacturer,
      product: device.product,
      serialNumber: device.serialNumber,
    },
  };
}

function toTotals(session: FitSession | null): Session {
  const strides = session?.avgCadenceRpm ?? null;
  return {
    distanceM: session?.distanceM ?? null,
    timerS: session?.timerS ?? null,
    elapsedS: session?.elapsedS ?? null,
    ascentM: session?.ascentM ?? null,
    descentM: session?.descentM ?? null,
    avgCadenceSpm:
      strides === null ? null : stepsPerMinute(strides, session?.avgFractionalCadenceRpm ?? null),
    // 0 is how some watches write that they do not know.
    avgHeartRateBpm: session?.avgHeartRateBpm || null,
    perceivedExertion: session?.workoutRpe ? session.workoutRpe / RPE_SCALE : null,
  };
}

function warningsOf(
  activities: readonly Activity[],
  sampleCount: number,
  placed: readonly Leg[],
): Warning[] {
  const warnings: Warning[] = [];
  if (activities.length > 0 && placed.length === 0) warnings.push(SUMMARY_MISSING);
  if (activities.some(({ startTimeS }) => startTimeS < FIRST_DATE_TIME + FIT_EPOCH_S)) {
    warnings.push(CLOCK_NOT_SET);
  }
  if (activities.some(({ samples }) => samples.count === 0)) warnings.push(NO_SAMPLES);
  const outside = activities.reduce((left, { samples }) => left - samples.count, sampleCount);
  if (outside > 0) {
    const message = `${outside} ${outside === 1 ? 'sample lies' : 'samples lie'} outside every session of this file and ${outside === 1 ? 'was' : 'were'} left out.`;
    warnings.push({ kind: 'samples-outside-sessions', message });
  }
  return warnings;
}

const SUMMARY_MISSING: Warning = {
  kind: 'summary-missing',
  message: 'The file has no summary of the activity, so its totals were taken from the samples.',
};

const CLOCK_NOT_SET: Warning = {
  kind: 'clock-not-set',
  message: 'The clock of the watch was not set, so nobody can tell on which day this was.',
};

const NO_SAMPLES: Warning = {
  kind: 'no-samples',
  message: 'Only totals were recorded, not the course of the activity.',
};
