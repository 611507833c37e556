/**
 * The sessions of a segment as legs on one time line. Where a leg lies is told by its start and elapsed time: the other
 * stamps in a file mean different things on different watches. Input from the SDK, times in Unix seconds.
 */
import type { TimeWindow } from '../timeline.ts';
import { MOST_SESSIONS } from './fit-limits.ts';
import type { FitLap, FitSession, FitSport } from './fit-sdk.ts';

export interface Leg extends TimeWindow {
  sport: FitSport | null;
  /** `null` for a recording without a summary. */
  session: FitSession | null;
}

/**
 * In order of time. A session that says neither when it began nor when it ended is left out, and of one that was written
 * again as it went on all but the longest.
 */
export function sessionLegs(sessions: readonly FitSession[]): Leg[] {
  const legs = sessions.flatMap((session) => {
    const window = statedWindow(session);
    return window === null ? [] : [{ sport: session, session, ...window }];
  });
  const longest = new Map<string, Leg>();
  for (const leg of legs) {
    const key = `${leg.startS} ${leg.sport.sport}`;
    if (statedLengthS(leg) >= statedLengthS(longest.get(key))) longest.set(key, leg);
  }
  return [...longest.values()].slice(0, MOST_SESSIONS).sort((a, b) => a.startS - b.startS);
}

function statedLengthS(leg: Leg | undefined): number {
  return leg?.session?.elapsedS ?? leg?.session?.timerS ?? 0;
}

/**
 * Where a session or a lap lies by its own word; `null` when it does not say. Without a start it is placed by its end, and
 * its end is believed for its length only where nothing else tells that.
 */
export function statedWindow({
  startTimeS,
  timestampS,
  elapsedS,
  timerS,
}: FitLap): TimeWindow | null {
  const lastedS = elapsedS ?? timerS;
  if (startTimeS !== null) {
    const endS = lastedS === null ? (timestampS ?? startTimeS) : startTimeS + lastedS;
    return { startS: startTimeS, endS: Math.max(startTimeS, endS) };
  }
  return timestampS === null ? null : { startS: timestampS - (lastedS ?? 0), endS: timestampS };
}

/** From the first start to the last end; `null` without parts. */
export function envelope(parts: readonly TimeWindow[]): TimeWindow | null {
  if (parts.length === 0) return null;
  return {
    startS: parts.reduce((least, { startS }) => Math.min(least, startS), Number.POSITIVE_INFINITY),
    endS: parts.reduce((most, { endS }) => Math.max(most, endS), Number.NEGATIVE_INFINITY),
  };
}

/** Which leg a time falls to: the last that had begun by then, the first before any had. */
export function legAt(legs: readonly Leg[], timeS: number): number {
  return Math.max(
    0,
    legs.findLastIndex(({ startS }) => startS <= timeS),
  );
}
