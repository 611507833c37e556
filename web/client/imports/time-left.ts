/** How long the rest of an import will take, from how long it took so far; time spent paused does not count. */

/** Less work than this says nothing yet about the rest. */
const FIRST_FRACTION = 0.02;
const FIRST_SECONDS = 2;

export interface TimeLeft {
  /** `fraction` of the work is done at `nowMs`. `null` while nobody can tell. */
  leftS(fraction: number, isRunning: boolean, nowMs: number): number | null;
}

export function timeLeft(): TimeLeft {
  let activeMs = 0;
  /** Since when it runs without being counted; `null` while it stands. */
  let runningSinceMs: number | null = null;
  return {
    leftS(fraction, isRunning, nowMs) {
      if (runningSinceMs !== null) activeMs += nowMs - runningSinceMs;
      runningSinceMs = isRunning ? nowMs : null;
      const activeS = activeMs / 1000;
      if (fraction < FIRST_FRACTION || activeS < FIRST_SECONDS) return null;
      return (activeS * (1 - fraction)) / fraction;
    },
  };
}
