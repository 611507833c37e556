/**
 * One budget of Strava calls for the whole app: whoever wants to call takes a lease first and answers it afterwards. Pure: a
 * budget is plain data to be kept as JSON, the time is an argument. Whatever the order of leases and answers, calls made under
 * leases never exceed a limit, as long as each begins by its `useByS` and ends within `REQUEST_TIMEOUT_MS`.
 *
 * Calls are counted from above. In one window: as many as were leased; or as Strava last said, with those added that it may not
 * have counted yet. So calls of others with the same client id are seen too, if late.
 */
import {
  type CallPriority,
  type CallTurns,
  NO_TURNS,
  othersFirstUntilS,
  priorityInTurn,
  turnTaken,
} from './call-turns.ts';
import {
  RATE_POOLS,
  RATE_WINDOWS,
  type RatePool,
  type RateReport,
  type RateWindow,
  windowEndS,
  windowStartS,
} from './rate-limit.ts';

export interface CallBudget {
  limits: Record<RatePool, Record<RateWindow, number>>;
  windows: Record<RateWindow, Window>;
  /** Not answered yet, by id. */
  leases: Record<string, OpenLease>;
  /** Unix seconds: Strava has refused a call until then. */
  refusedUntilS: number;
  turns: CallTurns;
}

interface Window {
  /** Unix seconds. */
  startS: number;
  counts: Record<RatePool, Count>;
}

interface Count {
  /** In this window, or in one before and perhaps used in this one. */
  leased: number;
  /** The most that Strava told. */
  reported: number;
  /** Over, and Strava has not told of the window in which they were counted. */
  untold: number;
}

interface OpenLease {
  isRead: boolean;
  leasedAtS: number;
}

export interface CallWanted {
  /** Unique, for the answer. */
  id: string;
  isRead: boolean;
  /** Whose turn it is hangs on it: the same for all calls of an athlete. */
  caller: string;
  /** All but `prompt` leave a share of every window to what cannot wait. */
  priority: CallPriority;
}

export type Lease =
  /** The call begins by then (Unix seconds), or not at all. */
  | { isGranted: true; useByS: number }
  /** Unix seconds: asking earlier is in vain. */
  | { isGranted: false; retryAtS: number };

export interface CallAnswer {
  rate: RateReport;
  /** When a 429 ends, in Unix seconds; else `null`. */
  refusedUntilS: number | null;
}

/** Share of every window that is kept for webhooks, and for athletes who wait. */
export const PROMPT_SHARE = 0.2;

/** Seconds within which a leased call begins. */
export const LEASE_START_S = 30;

/** Seconds after which a lease whose holder never answered is over; the call was made or will not be. */
const LEASE_END_S = 60;

/** Seconds into a window before anyone should come back: clocks differ, and a call too early costs a quarter of an hour. */
const WINDOW_GUARD_S = 2;

const NO_CALLS: Count = { leased: 0, reported: 0, untold: 0 };
const EMPTY_WINDOW: Window = { startS: 0, counts: { overall: NO_CALLS, reads: NO_CALLS } };

export const NEW_BUDGET: CallBudget = {
  // What a new app may do; until Strava has told.
  limits: {
    overall: { quarterHour: 200, day: 2000 },
    reads: { quarterHour: 100, day: 1000 },
  },
  windows: { quarterHour: EMPTY_WINDOW, day: EMPTY_WINDOW },
  leases: {},
  refusedUntilS: 0,
  turns: NO_TURNS,
};

export function leaseCall(
  budget: CallBudget,
  asked: CallWanted,
  nowS: number,
): { budget: CallBudget; lease: Lease } {
  const { id, isRead } = asked;
  const current = advanced(budget, nowS);
  const { turns } = current;
  const wanted = { ...asked, priority: priorityInTurn(turns, asked, nowS) };
  const retryAtS = waitsUntilS(current, wanted, nowS);
  const noted = { ...current, turns: turnTaken(turns, wanted, retryAtS, nowS) };
  if (retryAtS !== null) return { budget: noted, lease: { isGranted: false, retryAtS } };
  const counted = recounted(noted, isRead, (count) => ({ ...count, leased: count.leased + 1 }));
  return {
    budget: { ...counted, leases: { ...counted.leases, [id]: { isRead, leasedAtS: nowS } } },
    lease: { isGranted: true, useByS: nowS + LEASE_START_S },
  };
}

/** The call was made, or may have been: a timeout is an answer too. */
export function answerLease(
  budget: CallBudget,
  id: string,
  { rate, refusedUntilS }: CallAnswer,
  nowS: number,
): CallBudget {
  const current = advanced(budget, nowS);
  const lease = current.leases[id];
  const told: CallBudget = {
    ...current,
    limits: toldLimits(current.limits, rate),
    refusedUntilS: Math.max(current.refusedUntilS, (refusedUntilS ?? 0) + WINDOW_GUARD_S),
  };
  // Late or repeated: it is over already, and counted.
  if (lease === undefined) return told;
  const counted = recounted(told, lease.isRead, (count, pool, window) => {
    const used = rate[pool]?.[window].used;
    // What was leased in an earlier window may have been counted there: then its usage is not of this one.
    const isOfThisWindow = lease.leasedAtS >= told.windows[window].startS;
    return used !== undefined && isOfThisWindow
      ? { ...count, reported: Math.max(count.reported, used) }
      : { ...count, untold: count.untold + 1 };
  });
  return { ...counted, leases: without(counted.leases, id) };
}

/** The call was not made, and never will be. */
export function returnLease(budget: CallBudget, id: string, nowS: number): CallBudget {
  const current = advanced(budget, nowS);
  const lease = current.leases[id];
  if (lease === undefined) return current;
  const counted = recounted(current, lease.isRead, (count) => ({
    ...count,
    leased: count.leased - 1,
  }));
  return { ...counted, leases: without(counted.leases, id) };
}

/** `null`: for nothing. */
function waitsUntilS(current: CallBudget, wanted: CallWanted, nowS: number): number | null {
  const fullUntilS = RATE_WINDOWS.flatMap((window) =>
    poolsOf(wanted.isRead).some((pool) => isFull(current, pool, window, wanted.priority))
      ? [windowEndS(window, Math.max(nowS, current.windows[window].startS)) + WINDOW_GUARD_S]
      : [],
  );
  const retryAtS = Math.max(...fullUntilS, current.refusedUntilS);
  if (retryAtS > nowS) return retryAtS;
  return othersFirstUntilS(current.turns, wanted, current.limits.reads.quarterHour, nowS);
}

const poolsOf = (isRead: boolean): readonly RatePool[] => (isRead ? RATE_POOLS : ['overall']);

function isFull(
  { limits, windows, leases }: CallBudget,
  pool: RatePool,
  window: RateWindow,
  priority: CallPriority,
): boolean {
  const { leased, reported, untold } = windows[window].counts[pool];
  const open = Object.values(leases).filter(({ isRead }) => isRead || pool === 'overall').length;
  const used = Math.max(leased, reported + untold + open);
  const limit = limits[pool][window];
  return used >= (priority === 'prompt' ? limit : Math.floor(limit * (1 - PROMPT_SHARE)));
}

/** The budget at a time: windows that have begun since, and leases that are over. A clock set back changes nothing. */
function advanced(budget: CallBudget, nowS: number): CallBudget {
  const entries = Object.entries(budget.leases);
  const begun = (window: RateWindow): Window => {
    const startS = windowStartS(window, nowS);
    if (startS <= budget.windows[window].startS) return budget.windows[window];
    // Leased before, and perhaps used after: they count in both.
    const over = entries.filter(([, { leasedAtS }]) => leasedAtS + LEASE_END_S > startS);
    const countOf = (leases: typeof entries): Count => ({ ...NO_CALLS, leased: leases.length });
    const reads = over.filter(([, { isRead }]) => isRead);
    return { startS, counts: { overall: countOf(over), reads: countOf(reads) } };
  };
  const windows = { quarterHour: begun('quarterHour'), day: begun('day') };
  const lapsed = entries.filter(([, { leasedAtS }]) => leasedAtS + LEASE_END_S <= nowS);
  return lapsed.reduce<CallBudget>(
    (current, [id, { isRead, leasedAtS }]) => {
      const counted = recounted(current, isRead, (count, _, window) =>
        leasedAtS + LEASE_END_S > windows[window].startS
          ? { ...count, untold: count.untold + 1 }
          : count,
      );
      return { ...counted, leases: without(counted.leases, id) };
    },
    { ...budget, windows },
  );
}

function recounted(
  budget: CallBudget,
  isRead: boolean,
  change: (count: Count, pool: RatePool, window: RateWindow) => Count,
): CallBudget {
  const pools = poolsOf(isRead);
  const changed = (window: RateWindow): Window => {
    const { startS, counts } = budget.windows[window];
    const each = (pool: RatePool) =>
      pools.includes(pool) ? change(counts[pool], pool, window) : counts[pool];
    return { startS, counts: { overall: each('overall'), reads: each('reads') } };
  };
  return {
    ...budget,
    windows: { quarterHour: changed('quarterHour'), day: changed('day') },
  };
}

function toldLimits(known: CallBudget['limits'], rate: RateReport): CallBudget['limits'] {
  const limitsOf = (pool: RatePool) => {
    const told = rate[pool];
    return told === null
      ? known[pool]
      : { quarterHour: told.quarterHour.limit, day: told.day.limit };
  };
  return { overall: limitsOf('overall'), reads: limitsOf('reads') };
}

function without(leases: CallBudget['leases'], id: string): CallBudget['leases'] {
  const { [id]: _, ...others } = leases;
  return others;
}
