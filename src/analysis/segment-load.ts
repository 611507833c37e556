/**
 * A run cut into segments of equal length, each with its share of the run's Achilles load and time; and the stretch of
 * segments whose load stands out most from the time it took.
 */
import type { Activity } from './activity.ts';
import { HEAVIEST_MAX_TIME_SHARE, HEAVIEST_MIN_RATIO, LAST_SEGMENT_MIN_SHARE } from './policy.ts';
import { type RunAlong, runAlong, type Stretch, stretch } from './run-along.ts';

export interface RunSegment extends Stretch {
  /** Fractions of the run's load and of its timer time. */
  loadShare: number;
  timeShare: number;
}

/**
 * Segments of `lengthM` metres from the start; the last one is what is left, and a scrap belongs to the one before it.
 * Empty when the samples do not tell how far it was.
 */
export function segmentLoad(activity: Activity, lengthM: number): RunSegment[] {
  const along = runAlong(activity);
  if (along === null) return [];
  const segments: RunSegment[] = [];
  for (let startM = 0; startM < along.totalM; ) {
    const restM = along.totalM - startM - lengthM;
    const endM = restM >= LAST_SEGMENT_MIN_SHARE * lengthM ? startM + lengthM : along.totalM;
    segments.push(withShares(stretch(along, startM, endM), along));
    startM = endM;
  }
  return segments;
}

/** Neighbouring segments taken as one: indices, and sums of their shares. */
export interface HeaviestStretch {
  first: number;
  last: number;
  loadShare: number;
  timeShare: number;
}

/**
 * The stretch of up to a third of the run's time whose share of the load exceeds its share of the time by most; `null`
 * when none gave at least a tenth more than its time: an even run has no hardest part.
 */
export function heaviestStretch(segments: readonly RunSegment[]): HeaviestStretch | null {
  let best: HeaviestStretch | null = null;
  for (let first = 0; first < segments.length; first++) {
    let [loadShare, timeShare] = [0, 0];
    for (let last = first; last < segments.length; last++) {
      const segment = segments[last] as RunSegment;
      loadShare += segment.loadShare;
      timeShare += segment.timeShare;
      if (timeShare > HEAVIEST_MAX_TIME_SHARE) break;
      const standsOut = loadShare >= HEAVIEST_MIN_RATIO * timeShare;
      if (standsOut && (best === null || loadShare - timeShare > best.loadShare - best.timeShare)) {
        best = { first, last, loadShare, timeShare };
      }
    }
  }
  return best;
}

function withShares(part: Stretch, { loadAeKm, timerS }: RunAlong): RunSegment {
  const totalAeKm = loadAeKm.at(-1) as number;
  const totalS = timerS.at(-1) as number;
  return {
    ...part,
    loadShare: totalAeKm > 0 ? part.loadAeKm / totalAeKm : 0,
    timeShare: totalS > 0 ? part.timerS / totalS : 0,
  };
}
