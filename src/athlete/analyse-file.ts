/** Bytes → activities ready to be kept. The one place where decoding meets analysis; knows neither storage nor HTTP. */
import { MODEL_VERSION } from '../analysis/achilles-model.ts';
import type { Activity, Warning } from '../analysis/activity.ts';
import { INDOOR_SUB_SPORTS } from '../analysis/policy.ts';
import { ok, type Result } from '../analysis/result.ts';
import type { RunExposure } from '../analysis/run-exposure.ts';
import { decodeFile } from '../import/decode-file.ts';
import type { ImportError } from '../import/import-error.ts';
import { sniff } from '../import/sniff.ts';
import { analyseActivity } from './analyse-activity.ts';
import type { AnalysedActivity, FileFormat } from './analysed-file.ts';
import type { Corrections } from './corrections.ts';

/** Raised when the same bytes and the same model give other numbers than before. */
const EXPOSURE_REVISION = 4;

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

function analysed(
  original: Activity,
  format: FileFormat,
  fileWarnings: readonly Warning[],
  corrections: Corrections,
): Omit<AnalysedActivity, 'sessionIndex'> {
  const { kept, activity, exposure } = analyseActivity(original, corrections);
  return {
    ...kept,
    startTimeS: activity.startTimeS,
    utcOffsetS: activity.utcOffsetS,
    device: activity.device,
    warnings: warnings(activity, fileWarnings, exposure),
    recorded: { ...kept.recorded, format },
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
