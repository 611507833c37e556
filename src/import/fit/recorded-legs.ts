/**
 * The legs of a segment once its samples are on a time line: what its sessions leave open, the rest of the file tells.
 * Times in Unix seconds.
 */
import type { Samples } from '../../analysis/activity.ts';
import { TIME_JUMP_S } from '../../analysis/policy.ts';
import type { TimeWindow } from '../timeline.ts';
import { FIRST_DATE_TIME, FIT_EPOCH_S } from './fit-format.ts';
import type { FitLap, FitSession, FitSport, FitSummary } from './fit-sdk.ts';
import { envelope, type Leg, legAt, statedWindow } from './legs.ts';

/**
 * The legs that `samples`, put on their time line, bear out. A single session goes where its samples are: a clock that is
 * set on the way leaves the summary in another year. A recording without a summary is one leg, as long as its samples
 * or, without any, its laps; none without either.
 */
export function recordedLegs(
  summary: FitSummary,
  sessions: readonly Leg[],
  samples: Samples,
): Leg[] {
  if (sessions.length > 1) {
    const laps = lapsThatName(sessions, summary.laps);
    return sessions.map((leg) => named(leg, [laps.get(leg) ?? null]));
  }
  const [leg] = sessions;
  const alone = leg === undefined ? unplacedLeg(summary, samples) : whereSamplesAre(leg, samples);
  return alone === null ? [] : [named(alone, [summary.sport, ...summary.laps])];
}

/**
 * Whether its summary puts a single session elsewhere than `samples` do, and they know what day it was. One alone may be
 * stamped with the moment of saving.
 */
export function isElsewhere({ startS, endS }: TimeWindow, { count, timeS }: Samples): boolean {
  if (count < 2) return false;
  const [firstS, lastS] = [timeS[0] as number, timeS[count - 1] as number];
  if (firstS < FIRST_DATE_TIME + FIT_EPOCH_S) return false;
  return endS + TIME_JUMP_S < firstS || startS - TIME_JUMP_S > lastS;
}

function whereSamplesAre(leg: Leg, samples: Samples): Leg {
  if (!isElsewhere(leg, samples)) return leg;
  const startS = samples.timeS[0] as number;
  return { ...leg, startS, endS: startS + leg.endS - leg.startS };
}

/** The session, if there is one, says nothing of its time. */
function unplacedLeg({ sessions, laps }: FitSummary, { count, timeS }: Samples): Leg | null {
  const session = sessions.length === 1 ? (sessions[0] as FitSession) : null;
  if (count > 0) {
    const [startS, endS] = [timeS[0] as number, timeS[count - 1] as number];
    return { sport: session, session, startS, endS };
  }
  const window = envelope(laps.flatMap((lap) => statedWindow(lap) ?? []));
  return window && { sport: session, session: session ?? lapTotals(laps, window), ...window };
}

/** The session as its laps add up to it. */
function lapTotals(laps: readonly FitLap[], { startS, endS }: TimeWindow): FitSession {
  const total = (of: (lap: FitLap) => number | null) =>
    laps.reduce<number | null>((sum, lap) => plus(sum, of(lap)), 0);
  return {
    sport: null,
    subSport: null,
    startTimeS: startS,
    timestampS: endS,
    elapsedS: endS - startS,
    timerS: total(({ timerS }) => timerS),
    distanceM: total(({ distanceM }) => distanceM),
    ascentM: null,
    descentM: null,
    avgCadenceRpm: null,
    avgFractionalCadenceRpm: null,
    avgHeartRateBpm: null,
    workoutRpe: null,
  };
}

const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);

/** Named by the first of `others` that names a sport, where its session does not. */
function named(leg: Leg, others: readonly (FitSport | null)[]): Leg {
  const sport = [leg.session, ...others].find((each) => each != null && each.sport !== null);
  return { ...leg, sport: sport ?? leg.sport };
}

/** By leg, the first of the laps begun in it that names a sport. */
function lapsThatName(legs: readonly Leg[], laps: readonly FitLap[]): Map<Leg, FitLap> {
  const naming = new Map<Leg, FitLap>();
  for (const lap of laps) {
    const window = lap.sport === null ? null : statedWindow(lap);
    if (window === null) continue;
    const leg = legs[legAt(legs, window.startS)] as Leg;
    if (!naming.has(leg)) naming.set(leg, lap);
  }
  return naming;
}
