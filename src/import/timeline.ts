/**
 * Puts samples as a source wrote them onto one timeline, for every importer: two samples of one second become one, times
 * that run backward or lie far from the activity are left out, and what remains strictly increases in time.
 * Looks at times only, never at whether a value is plausible.
 */
import type { Pause, Samples, Warning } from '../analysis/activity.ts';
import { LONGEST_ACTIVITY_S, TIME_JUMP_S } from '../analysis/policy.ts';
import { mapColumns } from './sample-columns.ts';

/** Unix seconds. */
export interface TimeWindow {
  startS: number;
  endS: number;
}

export interface Timeline {
  samples: Samples;
  warnings: Warning[];
}

/** Rows over which the clock runs on unbroken, from row `from` up to row `to`. */
interface Stretch {
  from: number;
  to: number;
  startS: number;
  endS: number;
}

/**
 * `samples` may lack times (`NaN`), repeat them and have them in any order. `window` is where the source's own summary
 * puts the activity, `null` when it has none.
 */
export function toTimeline(
  samples: Samples,
  pauses: readonly Pause[],
  window: TimeWindow | null,
): Timeline {
  if (isTimeline(samples.timeS)) return { samples, warnings: [] };
  const stretches = unbrokenStretches(samples.timeS, pauses);
  const moments = toMoments(samples.timeS, stretches, believedStretches(stretches, window));
  const { leftOut } = moments;
  return {
    samples: mapColumns(samples, moments.count, (column) => mergeRows(column, moments)),
    warnings: leftOut === 0 ? [] : [timeJump(leftOut)],
  };
}

function isTimeline(timeS: Float64Array): boolean {
  if (Number.isNaN(timeS[0])) return false;
  for (let row = 1; row < timeS.length; row++) {
    const step = (timeS[row] as number) - (timeS[row - 1] as number);
    if (!(step > 0 && step <= TIME_JUMP_S)) return false;
  }
  return true;
}

/** Cuts before a time that runs backward, and before one that jumps ahead while the timer ran. */
function unbrokenStretches(timeS: Float64Array, pauses: readonly Pause[]): Stretch[] {
  const stretches: Stretch[] = [];
  let current: Stretch | undefined;
  for (let row = 0; row < timeS.length; row++) {
    const time = timeS[row] as number;
    if (Number.isNaN(time)) continue;
    const runsOn =
      current !== undefined &&
      time >= current.endS &&
      (time - current.endS <= TIME_JUMP_S ||
        time - current.endS - pausedBetween(current.endS, time, pauses) <= TIME_JUMP_S);
    if (current === undefined || !runsOn) {
      current = { from: row, to: row, startS: time, endS: time };
      stretches.push(current);
    }
    current.to = row + 1;
    current.endS = time;
  }
  return stretches;
}

function pausedBetween(fromS: number, toS: number, pauses: readonly Pause[]): number {
  return pauses.reduce(
    (sum, { startTimeS, endTimeS }) =>
      sum + Math.max(0, Math.min(endTimeS, toS) - Math.max(startTimeS, fromS)),
    0,
  );
}

/**
 * The stretches that can belong to the activity. Most samples are right: where the longest stretch lies outside the
 * summary's window, it is the summary that is not believed.
 */
function believedStretches(
  stretches: readonly Stretch[],
  window: TimeWindow | null,
): ReadonlySet<Stretch> {
  const [first, ...others] = stretches;
  if (first === undefined) return new Set();
  const longest = others.reduce(
    (best, stretch) => (stretch.to - stretch.from > best.to - best.from ? stretch : best),
    first,
  );
  const summary = window && padded(window, TIME_JUMP_S);
  const bounds =
    summary !== null && overlaps(longest, summary) ? summary : padded(longest, LONGEST_ACTIVITY_S);
  return new Set(stretches.filter((stretch) => overlaps(stretch, bounds)));
}

const padded = ({ startS, endS }: TimeWindow, byS: number): TimeWindow => ({
  startS: startS - byS,
  endS: endS + byS,
});

const overlaps = (a: TimeWindow, b: TimeWindow): boolean =>
  a.startS <= b.endS && a.endS >= b.startS;

/** Which row goes to which moment of the timeline. */
interface Moments {
  count: number;
  /** Rows that stay, in order … */
  rows: Uint32Array;
  /** … and the moment each belongs to. */
  moments: Uint32Array;
  /** Rows that had a time and do not stay. */
  leftOut: number;
}

function toMoments(
  timeS: Float64Array,
  stretches: readonly Stretch[],
  believed: ReadonlySet<Stretch>,
): Moments {
  const rows = new Uint32Array(timeS.length);
  const moments = new Uint32Array(timeS.length);
  let kept = 0;
  let count = 0;
  let leftOut = 0;
  let lastS = Number.NEGATIVE_INFINITY;
  for (const stretch of stretches) {
    for (let row = stretch.from; row < stretch.to; row++) {
      const time = timeS[row] as number;
      if (Number.isNaN(time)) continue;
      if (!believed.has(stretch) || time < lastS) {
        leftOut++;
        continue;
      }
      if (time > lastS) count++;
      lastS = time;
      rows[kept] = row;
      moments[kept++] = count - 1;
    }
  }
  return { count, rows: rows.subarray(0, kept), moments, leftOut };
}

/** A moment takes the value of its last row that has one. */
function mergeRows(column: Float64Array, { count, rows, moments }: Moments): Float64Array {
  const merged = new Float64Array(count).fill(Number.NaN);
  for (let i = 0; i < rows.length; i++) {
    const value = column[rows[i] as number] as number;
    if (!Number.isNaN(value)) merged[moments[i] as number] = value;
  }
  return merged;
}

function timeJump(leftOut: number): Warning {
  return {
    kind: 'time-jump',
    message: `The clock of the watch jumps; ${leftOut} ${leftOut === 1 ? 'sample' : 'samples'} outside the time of the activity ${leftOut === 1 ? 'was' : 'were'} left out.`,
  };
}
