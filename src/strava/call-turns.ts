/**
 * Whose turn it is while the app's calls do not do for everybody: what all athletes need soon comes before anything that any
 * of them can wait for, and nobody gets far ahead of another who waits for the same. Pure, and plain data, as the budget is.
 * Few calls of an athlete may wait for nobody: more hints and corrections than that wait as the rest does.
 *
 * Callers are known by what they asked last, and when they are to ask again; who does not has lost the place.
 */
import { windowStartS } from './rate-limit.ts';

/** `prompt` waits for nobody, see `priorityInTurn`. `soon`: lists, and what flags look at. `later`: everything older. */
export type CallPriority = 'prompt' | 'soon' | 'later';

export interface CallTurns {
  /** Of the quarter-hour; Unix seconds. */
  startS: number;
  callers: Record<string, Caller>;
  /** Prompt calls of the quarter-hour, by caller. */
  prompts: Record<string, number>;
}

interface Caller {
  priority: CallPriority;
  /** In this quarter-hour. */
  calls: number;
  /** Unix seconds. */
  expectedByS: number;
}

interface TurnWanted {
  caller: string;
  priority: CallPriority;
}

export const NO_TURNS: CallTurns = { startS: 0, callers: {}, prompts: {} };

/** Share of a quarter-hour's calls that one may be ahead of another: what each of ten has while a fifth is kept for prompt ones. */
const SHARE_AHEAD = 0.08;

/** Calls of a quarter-hour that one may make without waiting: half of what a new app keeps for that. */
const PROMPT_CALLS = 10;

/** Seconds after which whoever waits for others asks again. */
const TURN_PAUSE_S = 10;

/** Seconds that a caller may be late: as long as an alarm may be, or a call that Strava does not answer, made twice. */
export const LATE_S = 60;

/** What is asked for promptly too often in a quarter-hour is needed soon, no more: one athlete must not use up the others' calls. */
export function priorityInTurn(
  turns: CallTurns,
  { caller, priority }: TurnWanted,
  nowS: number,
): CallPriority {
  if (priority !== 'prompt') return priority;
  const { prompts } = begun(turns, nowS);
  return (prompts[caller] ?? 0) < PROMPT_CALLS ? 'prompt' : 'soon';
}

/**
 * Unix seconds at which to ask again, since others come first; `null` when they do not. `limit`: calls of a
 * quarter-hour.
 */
export function othersFirstUntilS(
  turns: CallTurns,
  { caller, priority }: TurnWanted,
  limit: number,
  nowS: number,
): number | null {
  if (priority === 'prompt') return null;
  const { callers } = begun(turns, nowS);
  const calls = callers[caller]?.calls ?? 0;
  const isBefore = ([name, other]: [string, Caller]) =>
    name !== caller &&
    other.expectedByS > nowS &&
    (other.priority === priority
      ? calls - other.calls >= limit * SHARE_AHEAD
      : other.priority === 'soon');
  return Object.entries(callers).some(isBefore) ? nowS + TURN_PAUSE_S : null;
}

/** `retryAtS`: when the caller was told to come back, `null` for a call that was granted. */
export function turnTaken(
  turns: CallTurns,
  { caller, priority }: TurnWanted,
  retryAtS: number | null,
  nowS: number,
): CallTurns {
  const { startS, callers, prompts } = begun(turns, nowS);
  if (priority === 'prompt') {
    const made = (prompts[caller] ?? 0) + Number(retryAtS === null);
    return { startS, callers, prompts: { ...prompts, [caller]: made } };
  }
  const calls = (callers[caller]?.calls ?? 0) + Number(retryAtS === null);
  const expectedByS = (retryAtS ?? nowS) + LATE_S;
  return { startS, callers: { ...callers, [caller]: { priority, calls, expectedByS } }, prompts };
}

/** With every quarter-hour all begin anew; who is not expected any more is forgotten. */
function begun(turns: CallTurns, nowS: number): CallTurns {
  const startS = windowStartS('quarterHour', nowS);
  if (startS <= turns.startS) return turns;
  const expected = Object.entries(turns.callers).filter(([, each]) => each.expectedByS > nowS);
  return {
    startS,
    callers: Object.fromEntries(expected.map(([name, each]) => [name, { ...each, calls: 0 }])),
    prompts: {},
  };
}
