/** A summary and, once they have come, streams → what is kept of the activity. As `analyse-file.ts` is for files. */
import type { Activity, Warning } from '../analysis/activity.ts';
import { runExposure } from '../analysis/run-exposure.ts';
import { isBeyondRunning } from '../import/beyond-running.ts';
import type { StravaStreams } from '../strava/stream-set.ts';
import { activityFromStrava } from '../strava/streams.ts';
import type { StravaSummary } from '../strava/summary.ts';
import { isRun } from './analyse-file.ts';
import { encodeExposure, type StoredExposure } from './exposure-codec.ts';

export interface AnalysedStrava {
  sport: string;
  subSport: string | null;
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
  warnings: Warning[];
  recorded: RecordedOnStrava;
  /** `null` where it is no run. */
  exposure: StoredExposure | null;
}

/** What tells it from other recordings. */
export interface RecordedOnStrava {
  sport: string;
  distanceM: number | null;
  sampleCount: number;
  hasAltitude: boolean;
  hasCadence: boolean;
}

export function analyseStrava(
  summary: StravaSummary,
  streams: StravaStreams | null,
): AnalysedStrava {
  const { activity: called, warnings } = activityFromStrava(summary, streams);
  const isRide = isRun(called) && isBeyondRunning(called);
  const activity: Activity = isRide ? { ...called, sport: 'generic', subSport: null } : called;
  const exposure = isRun(activity) ? runExposure(activity) : null;
  const { distanceM, timerS, elapsedS } = exposure ?? activity.session;
  const { sport, subSport, samples } = activity;
  return {
    sport,
    subSport,
    distanceM,
    timerS,
    elapsedS,
    warnings: [
      ...warnings,
      ...(isRide ? [BEYOND_RUNNING] : []),
      // Why there are no samples is said already, and better.
      ...(exposure?.warnings ?? []).filter(
        ({ kind }) => kind !== 'no-samples' || !warnings.some((said) => said.kind === kind),
      ),
    ],
    recorded: {
      sport,
      distanceM,
      sampleCount: samples.count,
      hasAltitude: samples.altitudeM !== null,
      hasCadence: samples.cadenceSpm !== null,
    },
    exposure: exposure === null ? null : encodeExposure(exposure),
  };
}

const BEYOND_RUNNING: Warning = {
  kind: 'suspect-sport',
  message:
    'Strava calls this a run, but nobody runs like that: it moves like a ride and was kept as another sport.',
};
