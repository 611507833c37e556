/** Timer events of a file → when the timer stood still. Auto-pause and the stop button look the same. */
import type { Pause } from '../../analysis/activity.ts';
import type { FitTimerEvent } from './fit-sdk.ts';

const STOPS: ReadonlySet<string> = new Set(['stop', 'stopAll', 'stopDisable', 'stopDisableAll']);

/** In order, not overlapping. A timer never started again stands still for ever: its pause ends at `Infinity`. */
export function timerPauses(events: readonly FitTimerEvent[]): Pause[] {
  const pauses: Pause[] = [];
  let stoppedAt: number | null = null;
  for (const { timeS, type } of events.toSorted((a, b) => a.timeS - b.timeS)) {
    if (STOPS.has(type)) stoppedAt ??= timeS;
    else if (type === 'start' && stoppedAt !== null) {
      if (timeS > stoppedAt) pauses.push({ startTimeS: stoppedAt, endTimeS: timeS });
      stoppedAt = null;
    }
  }
  if (stoppedAt !== null)
    pauses.push({ startTimeS: stoppedAt, endTimeS: Number.POSITIVE_INFINITY });
  return pauses;
}
