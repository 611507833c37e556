/**
 * Puts samples as a source wrote them onto one timeline, for every importer: two samples of one second become one, times
 * that run backward or lie far from the activity are left out, and what remains strictly increases in time.
 * Looks at times only, never at whether a value is plausible.
 */
import type { Pause, Samples, Warning } from '../analysis/activity.ts';
import { LONGEST_ACTIVITY_S, TIME_JUMP_S } from '../analysis/policy.ts';
import { timerSteps } from '../analysis/timer-steps.ts';
import { longestInOrder } from './longest-in-order.ts';
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
  const timed = samples.timeS.reduce((sum, time) => (Number.isNaN(time) ? sum : sum + 1), 0);
  const rows = believedRows(samples.timeS, pauses, window);
  const leftOut = timed - rows.length;
  return {
    samples: mergeMoments(samples, rows),
    warnings: leftOut === 0 ? [] : [timeJump(leftOut)],
  };
}

// Compiled in: an imported constant is looked up again at every use.
const JUMP_S = TIME_JUMP_S;

function isTimeline(timeS: Float64Array): boolean {
  if (Number.isNaN(timeS[0])) return false;
  for (let row = 1; row < timeS.length; row++) {
    const step = (timeS[row] as number) - (timeS[row - 1] as number);
    if (!(step > 0 && step <= JUMP_S)) return false;
  }
  return true;
}

/** Consecutive rows without a jump of the clock. */
interface Stretch extends TimeWindow {
  rows: Uint32Array;
}

/**
 * The rows that belong to the activity. Most samples are right: where the longest stretch lies outside the summary's
 * window, it is the summary that is not believed.
 */
function believedRows(
  timeS: Float64Array,
  pauses: readonly Pause[],
  window: TimeWindow | null,
): Uint32Array {
  const inOrder = longestInOrder(timeS);
  const stretches = unbroken(inOrder, timeS, pauses);
  const [first, ...others] = stretches;
  if (first === undefined || others.length === 0) return inOrder;
  const longest = others.reduce(
    (best, stretch) => (stretch.rows.length > best.rows.length ? stretch : best),
    first,
  );
  const summary = window && padded(window, TIME_JUMP_S);
  const bounds =
    summary !== null && overlaps(longest, summary) ? summary : padded(longest, LONGEST_ACTIVITY_S);
  return inOrder.filter((row) => {
    const time = timeS[row] as number;
    return time >= bounds.startS && time <= bounds.endS;
  });
}

/** Cuts where the clock jumps ahead while the timer runs. */
function unbroken(rows: Uint32Array, timeS: Float64Array, pauses: readonly Pause[]): Stretch[] {
  const timerS = timerSteps(
    Float64Array.from(rows, (row) => timeS[row] as number),
    pauses,
  );
  const stretches: Stretch[] = [];
  let from = 0;
  for (let i = 0; i < rows.length; i++) {
    if (i < timerS.length && (timerS[i] as number) <= TIME_JUMP_S) continue;
    stretches.push({
      rows: rows.subarray(from, i + 1),
      startS: timeS[rows[from] as number] as number,
      endS: timeS[rows[i] as number] as number,
    });
    from = i + 1;
  }
  return stretches;
}

const padded = ({ startS, endS }: TimeWindow, byS: number): TimeWindow => ({
  startS: startS - byS,
  endS: endS + byS,
});

const overlaps = (a: TimeWindow, b: TimeWindow): boolean =>
  a.startS <= b.endS && a.endS >= b.startS;

/** One sample for each moment; it takes each value from the last of its rows that has one. */
function mergeMoments(samples: Samples, rows: Uint32Array): Samples {
  const { timeS } = samples;
  const moments = new Uint32Array(rows.length);
  let last = -1;
  let lastS = Number.NaN;
  rows.forEach((row, i) => {
    const time = timeS[row] as number;
    if (time !== lastS) last++;
    lastS = time;
    moments[i] = last;
  });
  return mapColumns(samples, last + 1, (column) => {
    const merged = new Float64Array(last + 1).fill(Number.NaN);
    for (let i = 0; i < rows.length; i++) {
      const value = column[rows[i] as number] as number;
      if (!Number.isNaN(value)) merged[moments[i] as number] = value;
    }
    return merged;
  });
}

function timeJump(leftOut: number): Warning {
  const message =
    leftOut === 1
      ? 'The clock of the watch jumps: one sample outside the time of the activity was left out.'
      : `The clock of the watch jumps: ${leftOut} samples outside the time of the activity were left out.`;
  return { kind: 'time-jump', message };
}
