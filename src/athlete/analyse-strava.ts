/**
 * A summary and, once they have come, streams → what is kept of the activity, as the runner corrected it. As `analyse-file.ts`
 * is for files.
 */
import type { Activity, Warning } from '../analysis/activity.ts';
import { isBeyondRunning } from '../import/beyond-running.ts';
import type { StravaStreams } from '../strava/stream-set.ts';
import { activityFromStrava } from '../strava/streams.ts';
import type { StravaSummary } from '../strava/summary.ts';
import { analyseActivity, isRun, type KeptOfActivity } from './analyse-activity.ts';
import type { Corrections } from './corrections.ts';

export interface AnalysedStrava extends KeptOfActivity {
  warnings: Warning[];
}

export function analyseStrava(
  summary: StravaSummary,
  streams: StravaStreams | null,
  corrections: Corrections,
): AnalysedStrava {
  const { activity: called, warnings } = activityFromStrava(summary, streams);
  const isRide = isRun(called) && isBeyondRunning(called);
  const original: Activity = isRide ? { ...called, sport: 'generic', subSport: null } : called;
  const { kept, exposure } = analyseActivity(original, corrections);
  return {
    ...kept,
    warnings: [
      ...warnings,
      ...(isRide && corrections.sport === undefined ? [BEYOND_RUNNING] : []),
      // Why there are no samples is said already, and better.
      ...(exposure?.warnings ?? []).filter(
        ({ kind }) => kind !== 'no-samples' || !warnings.some((said) => said.kind === kind),
      ),
    ],
  };
}

const BEYOND_RUNNING: Warning = {
  kind: 'suspect-sport',
  message:
    'Strava calls this a run, but nobody runs like that: it moves like a ride and was kept as another sport.',
};
