/**
 * Totals and averages of one run: the device's own where it has them, else sums over intervals. Must not decide about
 * climb or load.
 */
import type { Activity } from './activity.ts';
import { INTERVAL_KIND, type Intervals } from './intervals.ts';
import { GLITCH_SHARE } from './policy.ts';

export interface RunTotals {
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
  avgCadenceSpm: number | null;
  avgHeartRateBpm: number | null;
}

/** `run` is `null` when the samples do not tell how far it was. */
export function runTotals({ session, samples }: Activity, run: Intervals | null): RunTotals {
  const { count, timeS, cadenceSpm, heartRateBpm } = samples;
  const spanS = count < 2 ? null : (timeS[count - 1] as number) - (timeS[0] as number);
  return {
    distanceM: run === null ? session.distanceM : distance(session.distanceM, run),
    timerS: session.timerS ?? run?.byKind.timerS.reduce((sum, seconds) => sum + seconds, 0) ?? null,
    elapsedS: session.elapsedS ?? spanS,
    avgCadenceSpm: session.avgCadenceSpm ?? meanWhileMoving(cadenceSpm, run),
    avgHeartRateBpm: session.avgHeartRateBpm ?? meanWhileMoving(heartRateBpm, run),
  };
}

/** The session's; less its glitches where they are a noticeable part of it. */
function distance(sessionM: number | null, { reachedM, count, byKind }: Intervals): number {
  const streamM = reachedM[count] as number;
  if (sessionM === null || sessionM <= 0) return streamM;
  const glitchM = byKind.distanceM[INTERVAL_KIND.glitch] as number;
  const isCounted = Math.abs(sessionM - streamM - glitchM) < Math.abs(sessionM - streamM);
  return isCounted && glitchM > GLITCH_SHARE * sessionM ? sessionM - glitchM : sessionM;
}

/** Weighted by time; 0 is a strap or sensor that fell silent. */
function meanWhileMoving(column: Float64Array | null, run: Intervals | null): number | null {
  if (column === null || run === null) return null;
  let weighted = 0;
  let seconds = 0;
  for (let i = 0; i < run.count; i++) {
    const value = column[i + 1] as number;
    if ((run.kind[i] as number) < INTERVAL_KIND.walking || !(value > 0)) continue;
    weighted += value * (run.timerS[i] as number);
    seconds += run.timerS[i] as number;
  }
  return seconds > 0 ? weighted / seconds : null;
}
