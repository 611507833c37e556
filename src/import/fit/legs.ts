/**
 * The sessions of a segment as legs on one time line. Where a leg lies is told by its start and elapsed time: the other
 * stamps in a file mean different things on different watches. Input from the SDK, times in Unix seconds.
 */
import type { Samples } from '../../analysis/activity.ts';
import type { TimeWindow } from '../timeline.ts';
import { MOST_SESSIONS } from './fit-limits.ts';
import type { FitSession, FitSport, FitSummary } from './fit-sdk.ts';

export interface Leg extends TimeWindow {
  sport: FitSport | null;
  /** `null` for a recording without a summary. */
  session: FitSession | null;
}

/** In order of time. A session that does not say when it began is placed by its end; one without either is left out. */
export function sessionLegs(sessions: readonly FitSession[]): Leg[] {
  return sessions
    .slice(0, MOST_SESSIONS)
    .flatMap((session) => {
      const elapsedS = session.elapsedS ?? session.timerS ?? 0;
      const startS =
        session.startTimeS ?? (session.timestampS === null ? null : session.timestampS - elapsedS);
      return startS === null ? [] : [{ sport: session, session, startS, endS: startS + elapsedS }];
    })
    .sort((a, b) => a.startS - b.startS);
}

/** From the start of the first leg to the last end; `null` without legs. */
export function envelope(legs: readonly Leg[]): TimeWindow | null {
  const first = legs[0];
  if (first === undefined) return null;
  return { startS: first.startS, endS: Math.max(...legs.map(({ endS }) => endS)) };
}

/** The leg of a recording that was cut off before its summary: as long as its samples. None without samples. */
export function recordedLeg(summary: FitSummary, { count, timeS }: Samples): Leg[] {
  if (count === 0) return [];
  const sport = summary.sport ?? summary.laps.find((lap) => lap.sport !== null) ?? null;
  const [startS, endS] = [timeS[0] as number, timeS[count - 1] as number];
  return [{ sport, session: null, startS, endS }];
}

/** Which leg a time falls to: the last that had begun by then, the first before any had. */
export function legAt(legs: readonly Leg[], timeS: number): number {
  return Math.max(
    0,
    legs.findLastIndex(({ startS }) => startS <= timeS),
  );
}
