/**
 * Strava's limits for the whole app, as its answers tell them: calls in the quarter-hours of the clock and in days of UTC, over
 * all calls and, more narrowly, over reads. Pure.
 */

export type RateWindow = 'quarterHour' | 'day';
export type RatePool = 'overall' | 'reads';

export const RATE_WINDOWS = ['quarterHour', 'day'] as const satisfies readonly RateWindow[];
export const RATE_POOLS = ['overall', 'reads'] as const satisfies readonly RatePool[];

export interface WindowUse {
  limit: number;
  /** Calls in the window so far, this one included. */
  used: number;
}

/** What the headers of one answer say; `null` where they say nothing that can be understood. */
export type RateReport = Record<RatePool, Record<RateWindow, WindowUse> | null>;

export const NO_RATE_REPORT: RateReport = { overall: null, reads: null };

const HEADERS: Record<RatePool, string> = { overall: 'X-RateLimit', reads: 'X-ReadRateLimit' };
const SECONDS: Record<RateWindow, number> = { quarterHour: 900, day: 86_400 };

export function rateReport(headers: Headers): RateReport {
  const poolOf = (pool: RatePool) => {
    const limits = pairOf(headers.get(`${HEADERS[pool]}-Limit`));
    const used = pairOf(headers.get(`${HEADERS[pool]}-Usage`));
    // Who kept to a limit of nothing would never hear of another.
    if (limits === null || used === null || limits.includes(0)) return null;
    return {
      quarterHour: { limit: limits[0], used: used[0] },
      day: { limit: limits[1], used: used[1] },
    };
  };
  return { overall: poolOf('overall'), reads: poolOf('reads') };
}

/** `100,1000`: of the quarter-hour, of the day. */
function pairOf(header: string | null): [number, number] | null {
  const match = /^\s*(\d{1,9})\s*,\s*(\d{1,9})\s*$/.exec(header ?? '');
  return match === null ? null : [Number(match[1]), Number(match[2])];
}

/** Unix seconds at which the window that holds `atS` began, and ends. */
export function windowStartS(window: RateWindow, atS: number): number {
  return Math.floor(atS / SECONDS[window]) * SECONDS[window];
}

export function windowEndS(window: RateWindow, atS: number): number {
  return windowStartS(window, atS) + SECONDS[window];
}

/** Which window is full, and when it ends. */
export interface Refusal {
  window: RateWindow;
  /** Unix seconds. */
  endsAtS: number;
}

/** Of a 429: the day when its calls are used up, else the quarter-hour. */
export function refusal(report: RateReport, nowS: number): Refusal {
  const isDayFull = RATE_POOLS.some((pool) => {
    const day = report[pool]?.day;
    return day !== undefined && day.used >= day.limit;
  });
  const window = isDayFull ? 'day' : 'quarterHour';
  return { window, endsAtS: windowEndS(window, nowS) };
}
