/**
 * A summary and, once they have come, streams → what is kept of the activity, as the runner corrected it. As `analyse-file.ts`
 * is for files.
 */
import type { Activity, Warning } from '../analysis/activity.ts';
import { type RunExposure, runExposure } from '../analysis/run-exposure.ts';
import { isBeyondRunning } from '../import/beyond-running.ts';
import type { StravaStreams } from '../strava/stream-set.ts';
import { activityFromStrava } from '../strava/streams.ts';
import type { StravaSummary } from '../strava/summary.ts';
import { isRun } from './analyse-file.ts';
import type { Recorded } from './analysed-file.ts';
import { type Corrections, corrected } from './corrections.ts';
import { encodeExposure, type StoredExposure } from './exposure-codec.ts';

export interface AnalysedStrava {
  sport: string;
  subSport: string | null;
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
  warnings: Warning[];
  recorded: RecordedOnStrava;
  /** `null` where neither Strava nor the runner calls it running. */
  exposure: StoredExposure | null;
}

/** What Strava says of it, whatever the runner corrected. */
export type RecordedOnStrava = Omit<Recorded, 'format'>;

export function analyseStrava(
  summary: StravaSummary,
  streams: StravaStreams | null,
  corrections: Corrections,
): AnalysedStrava {
  const { activity: called, warnings } = activityFromStrava(summary, streams);
  const isRide = isRun(called) && isBeyondRunning(called);
  const original: Activity = isRide ? { ...called, sport: 'generic', subSport: null } : called;
  const activity = corrected(original, corrections);
  // A run that the runner calls something else keeps its exposure: that is taken back more easily.
  const exposure = isRun(original) || isRun(activity) ? runExposure(activity) : null;
  const { distanceM, timerS, elapsedS } = exposure ?? activity.session;
  return {
    sport: activity.sport,
    subSport: activity.subSport,
    distanceM,
    timerS,
    elapsedS,
    warnings: [
      ...warnings,
      ...(isRide && corrections.sport === undefined ? [BEYOND_RUNNING] : []),
      // Why there are no samples is said already, and better.
      ...(exposure?.warnings ?? []).filter(
        ({ kind }) => kind !== 'no-samples' || !warnings.some((said) => said.kind === kind),
      ),
    ],
    recorded: recorded(original, corrections, exposure),
    exposure: exposure === null ? null : encodeExposure(exposure),
  };
}

function recorded(
  original: Activity,
  corrections: Corrections,
  exposure: RunExposure | null,
): RecordedOnStrava {
  const { sport, subSport, samples, session } = original;
  // A corrected distance hides what the samples sum up to.
  const isHidden = corrections.distanceM !== undefined && exposure !== null;
  const own = isHidden ? runExposure(original) : exposure;
  return {
    sport,
    subSport,
    distanceM: (own ?? session).distanceM,
    sampleCount: samples.count,
    hasAltitude: samples.altitudeM !== null,
    hasCadence: samples.cadenceSpm !== null,
  };
}

const BEYOND_RUNNING: Warning = {
  kind: 'suspect-sport',
  message:
    'Strava calls this a run, but nobody runs like that: it moves like a ride and was kept as another sport.',
};
