/** Bytes → activities ready to be kept. The one place where decoding meets analysis; knows neither storage nor HTTP. */
import { MODEL_VERSION } from '../analysis/achilles-model.ts';
import type { Activity, Warning } from '../analysis/activity.ts';
import { ok, type Result } from '../analysis/result.ts';
import { runExposure } from '../analysis/run-exposure.ts';
import { decodeFile } from '../import/decode-file.ts';
import type { ImportError } from '../import/import-error.ts';
import type { AnalysedActivity } from './analysed-file.ts';
import { encodeExposure } from './exposure-codec.ts';

/** Raised when the same bytes and the same model give other numbers than before. */
const EXPOSURE_REVISION = 1;

/** A stored run of another version is analysed again from its kept bytes. */
export const ANALYSIS_VERSION = `${MODEL_VERSION}.${EXPOSURE_REVISION}`;

/** At least one activity, in the file's order. `bytes` are the raw file, inflated. */
export function analyseFile(bytes: Uint8Array): Result<AnalysedActivity[], ImportError> {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return decoded;
  const { activities, warnings } = decoded.value;
  return ok(activities.map((activity, index) => analysed(activity, index, warnings)));
}

/** Walks and hikes are other sports: a run is what its file calls running. */
export function isRun(activity: Activity): boolean {
  return activity.sport === 'running';
}

function analysed(
  activity: Activity,
  sessionIndex: number,
  fileWarnings: readonly Warning[],
): AnalysedActivity {
  const exposure = isRun(activity) ? runExposure(activity) : null;
  const { distanceM, timerS, elapsedS } = exposure ?? activity.session;
  return {
    sessionIndex,
    sport: activity.sport,
    subSport: activity.subSport,
    startTimeS: activity.startTimeS,
    utcOffsetS: activity.utcOffsetS,
    distanceM,
    timerS,
    elapsedS,
    device: activity.device,
    warnings: [...fileWarnings, ...(exposure?.warnings ?? [])],
    exposure: exposure === null ? null : encodeExposure(exposure),
    analysisVersion: ANALYSIS_VERSION,
  };
}
