/**
 * One segment's summary and samples → its activities, one for each session. Samples and laps go to the session in whose
 * time they fall.
 */
import type { Activity, Lap, Pause, Samples, Session, Warning } from '../../analysis/activity.ts';
import { activityWarnings } from '../activity-warnings.ts';
import { toTimeline } from '../timeline.ts';
import type { FitLap, FitSession, FitSummary, FitTimerEvent } from './fit-sdk.ts';
import { legSamples } from './leg-samples.ts';
import { envelope, type Leg, legAt, sessionLegs, statedWindow } from './legs.ts';
import { stepsPerMinute } from './record-samples.ts';
import { isElsewhere, recordedLegs } from './recorded-legs.ts';
import { timerPauses } from './timer-pauses.ts';
import { utcOffset } from './utc-offset.ts';

export interface SegmentActivities {
  activities: Activity[];
  warnings: Warning[];
}

/** Samples and events are written in whole seconds, so they may lie this far from an end on a fraction. */
const END_SLACK_S = 1;
const RPE_SCALE = 10;

/** `samples` are those of the whole segment, as `recordSamples` gives them. */
export function sessionActivities(summary: FitSummary, samples: Samples): SegmentActivities {
  const sessions = sessionLegs(summary.sessions);
  const pauses = timerPauses([...summary.timerEvents, ...sessions.map(timerStart)]);
  const timeline = toTimeline(samples, pauses, envelope(sessions));
  const legs = recordedLegs(summary, sessions, timeline.samples);
  const laps = lapsByLeg(summary.laps, legs);
  const activities = legs.map((leg, i) => {
    const recorded =
      legs.length === 1
        ? timeline.samples
        : legSamples(timeline.samples, leg.startS, endOf(leg, legs[i + 1]));
    return toActivity(summary, leg, laps[i] ?? [], pauses, recorded);
  });
  const outside = activities.reduce(
    (left, activity) => left - activity.samples.count,
    timeline.samples.count,
  );
  return {
    activities,
    warnings: [
      ...timeline.warnings,
      ...summaryWarnings(summary, sessions, legs, timeline.samples),
      ...activityWarnings(activities),
      ...(outside > 0 && legs.length > 0 ? [samplesOutside(outside)] : []),
    ],
  };
}

/** The timer runs when a session begins, whether or not the watch wrote an event for it. */
function timerStart({ startS }: Leg): FitTimerEvent {
  return { timeS: startS, type: 'start' };
}

/** Where its samples end at the latest: not in the leg after. One that does not say how long it was lasts until then. */
function endOf({ startS, endS }: Leg, next: Leg | undefined): number {
  const ownEndS = endS > startS ? endS + END_SLACK_S : Number.POSITIVE_INFINITY;
  return Math.min(ownEndS, next?.startS ?? Number.POSITIVE_INFINITY);
}

function lapsByLeg(laps: readonly FitLap[], legs: readonly Leg[]): Lap[][] {
  const byLeg: Lap[][] = legs.map(() => []);
  for (const lap of laps) {
    const startTimeS = statedWindow(lap)?.startS;
    if (startTimeS === undefined) continue;
    const { distanceM, timerS, elapsedS } = lap;
    byLeg[legAt(legs, startTimeS)]?.push({ startTimeS, distanceM, timerS, elapsedS });
  }
  return byLeg;
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
  return {
    sport: sport?.sport ?? 'generic',
    subSport: sport?.subSport ?? null,
    startTimeS: startS,
    utcOffsetS: utcOffset(summary.localMinusUtcS),
    session: totals(session),
    laps,
    pauses: pauses.filter(({ startTimeS, endTimeS }) => startTimeS < lastS && endTimeS > startS),
    samples,
    device: summary.fileId && {
      manufacturer: summary.fileId.manufacturer,
      product: summary.fileId.product,
      serialNumber: summary.fileId.serialNumber,
    },
  };
}

function totals(session: FitSession | null): Session {
  const strides = session?.avgCadenceRpm ?? null;
  return {
    distanceM: session?.distanceM ?? null,
    timerS: session?.timerS ?? null,
    elapsedS: session?.elapsedS ?? null,
    ascentM: session?.ascentM ?? null,
    descentM: session?.descentM ?? null,
    avgCadenceSpm:
      strides === null ? null : stepsPerMinute(strides, session?.avgFractionalCadenceRpm ?? null),
    // 0 is how watches write that there was none.
    avgHeartRateBpm: session?.avgHeartRateBpm || null,
    perceivedExertion: session?.workoutRpe ? session.workoutRpe / RPE_SCALE : null,
  };
}

function summaryWarnings(
  summary: FitSummary,
  sessions: readonly Leg[],
  legs: readonly Leg[],
  samples: Samples,
): Warning[] {
  const [only] = sessions;
  if (legs.length === 0 || sessions.length > 1) return [];
  if (only !== undefined) return isElsewhere(only, samples) ? [SUMMARY_ELSEWHERE] : [];
  if (summary.sessions.length === 1 && summary.sessions.some(hasTotals)) return [];
  return [samples.count > 0 ? SUMMARY_MISSING : ONLY_LAPS];
}

const hasTotals = ({ distanceM, timerS, elapsedS }: FitSession): boolean =>
  distanceM !== null || timerS !== null || elapsedS !== null;

const SUMMARY_MISSING: Warning = {
  kind: 'summary-missing',
  message: 'The file has no summary of the activity: its totals were taken from the samples.',
};

const ONLY_LAPS: Warning = {
  kind: 'summary-missing',
  message: 'The file has no summary of the activity: its totals were taken from the laps.',
};

const SUMMARY_ELSEWHERE: Warning = {
  kind: 'time-jump',
  message:
    'The clock of the watch jumps: the summary of the file lies at another time than its samples, whose time was taken.',
};

function samplesOutside(count: number): Warning {
  const message =
    count === 1
      ? 'One sample lies outside every session of this file and was left out.'
      : `${count} samples lie outside every session of this file and were left out.`;
  return { kind: 'samples-outside-sessions', message };
}
