/** Bytes → activities ready to be kept. The one place where decoding meets analysis; knows neither storage nor HTTP. */
import { MODEL_VERSION } from '../analysis/achilles-model.ts';
import type { Activity, Warning } from '../analysis/activity.ts';
import { INDOOR_SUB_SPORTS } from '../analysis/policy.ts';
import { ok, type Result } from '../analysis/result.ts';
import { type RunExposure, runExposure } from '../analysis/run-exposure.ts';
import { decodeFile } from '../import/decode-file.ts';
import type { ImportError } from '../import/import-error.ts';
import { sniff } from '../import/sniff.ts';
import type { AnalysedActivity, FileFormat, Recorded } from './analysed-file.ts';
import { type Corrections, corrected } from './corrections.ts';
import { encodeExposure } from './exposure-codec.ts';

/** Raised when the same bytes and the same model give other numbers than before. */
const EXPOSURE_REVISION = 3;

/** A stored run of another version is analysed again from its kept bytes. */
export const ANALYSIS_VERSION = `${MODEL_VERSION}.${EXPOSURE_REVISION}`;

/** What is known of a file besides its bytes. */
export interface FileKnowledge {
  /** The sport as the archive around the file names it: heard only where the file itself says nothing. */
  sportHint?: string | null;
  /** The runner's, by place in the file. */
  corrections?: ReadonlyMap<number, Corrections>;
}

/** At least one activity, in the file's order. `bytes` are the raw file, inflated. */
export function analyseFile(
  bytes: Uint8Array,
  { sportHint = null, corrections = new Map() }: FileKnowledge = {},
): Result<AnalysedActivity[], ImportError> {
  const decoded = decodeFile(bytes, sportHint);
  if (!decoded.ok) return decoded;
  const format = sniff(bytes) as FileFormat;
  const { activities, warnings } = decoded.value;
  return ok(
    activities.map((activity, sessionIndex) => ({
      sessionIndex,
      ...analysed(activity, format, warnings, corrections.get(sessionIndex) ?? {}),
    })),
  );
}

/** Walks and hikes are other sports: a run is what its file calls running. */
export function isRun({ sport }: Pick<Activity, 'sport'>): boolean {
  return sport === 'running';
}

function analysed(
  original: Activity,
  format: FileFormat,
  fileWarnings: readonly Warning[],
  corrections: Corrections,
): Omit<AnalysedActivity, 'sessionIndex'> {
  const activity = corrected(original, corrections);
  // A run that the runner calls something else keeps its exposure: that is taken back more easily.
  const exposure = isRun(original) || isRun(activity) ? runExposure(activity) : null;
  const { distanceM, timerS, elapsedS } = exposure ?? activity.session;
  return {
    sport: activity.sport,
    subSport: activity.subSport,
    startTimeS: activity.startTimeS,
    utcOffsetS: activity.utcOffsetS,
    distanceM,
    timerS,
    elapsedS,
    device: activity.device,
    warnings: warnings(activity, fileWarnings, exposure),
    recorded: recorded(original, format, corrections, exposure),
    exposure: exposure === null ? null : encodeExposure(exposure),
    analysisVersion: ANALYSIS_VERSION,
  };
}

/** At most one of a kind: what the run says of a thing is nearer than what its file says. */
function warnings(
  activity: Activity,
  ofFile: readonly Warning[],
  exposure: RunExposure | null,
): Warning[] {
  const ofRun = exposure?.warnings ?? [];
  return [
    ...ofFile.filter(({ kind }) => ofRun.every((own) => own.kind !== kind)),
    ...ofRun,
    ...(exposure?.distanceM != null && isWithoutGps(activity) ? [NO_POSITIONS] : []),
  ];
}

/** Out of doors, where a watch is expected to find its satellites. */
function isWithoutGps({ subSport, samples }: Activity): boolean {
  const { count, latitudeDeg } = samples;
  const isOutdoors = !INDOOR_SUB_SPORTS.has(subSport ?? '');
  return isOutdoors && count > 0 && (latitudeDeg?.every(Number.isNaN) ?? true);
}

const NO_POSITIONS: Warning = {
  kind: 'no-positions',
  message: 'No GPS: the distance is what the watch counted by itself.',
};

function recorded(
  activity: Activity,
  format: FileFormat,
  corrections: Corrections,
  exposure: RunExposure | null,
): Recorded {
  const { sport, subSport, samples, session } = activity;
  // The distance may be summed from the samples: a corrected one hides what that sum was.
  const isHidden = corrections.distanceM !== undefined && exposure !== null;
  const own = isHidden ? runExposure(activity) : exposure;
  return {
    sport,
    subSport,
    distanceM: own?.distanceM ?? session.distanceM,
    sampleCount: samples.count,
    hasAltitude: samples.altitudeM !== null,
    hasCadence: samples.cadenceSpm !== null,
    format,
  };
}
