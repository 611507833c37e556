/** An activity, as the runner corrected it → what is kept of it, wherever it comes from. Knows no format and no storage. */
import type { Activity } from '../analysis/activity.ts';
import { type RunExposure, runExposure } from '../analysis/run-exposure.ts';
import type { Recorded } from './analysed-file.ts';
import { type Corrections, corrected } from './corrections.ts';
import { encodeExposure, type StoredExposure } from './exposure-codec.ts';

export interface KeptOfActivity {
  sport: string;
  subSport: string | null;
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
  /** What its source says, whatever the runner corrected. */
  recorded: Omit<Recorded, 'format'>;
  /** `null` where neither its source nor the runner calls it running. */
  exposure: StoredExposure | null;
}

/** Walks and hikes are other sports: a run is what its source calls running. */
export function isRun({ sport }: Pick<Activity, 'sport'>): boolean {
  return sport === 'running';
}

/** `activity` and `exposure` are with the corrections: for what else is to be said of them. */
export function analyseActivity(
  original: Activity,
  corrections: Corrections,
): { kept: KeptOfActivity; activity: Activity; exposure: RunExposure | null } {
  const activity = corrected(original, corrections);
  // A run that the runner calls something else keeps its exposure: that is taken back more easily.
  const exposure = isRun(original) || isRun(activity) ? runExposure(activity) : null;
  const { distanceM, timerS, elapsedS } = exposure ?? activity.session;
  const kept: KeptOfActivity = {
    ...{ sport: activity.sport, subSport: activity.subSport },
    ...{ distanceM, timerS, elapsedS },
    recorded: recorded(original, corrections, exposure),
    exposure: exposure === null ? null : encodeExposure(exposure),
  };
  return { kept, activity, exposure };
}

function recorded(
  original: Activity,
  corrections: Corrections,
  exposure: RunExposure | null,
): KeptOfActivity['recorded'] {
  const { sport, subSport, samples, session } = original;
  // The distance may be summed from the samples: a corrected one hides what that sum was.
  const isHidden = corrections.distanceM !== undefined && exposure !== null;
  const own = isHidden ? runExposure(original) : exposure;
  return {
    sport,
    subSport,
    distanceM: own?.distanceM ?? session.distanceM,
    sampleCount: samples.count,
    hasAltitude: samples.altitudeM !== null,
    hasCadence: samples.cadenceSpm !== null,
  };
}
