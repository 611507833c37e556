/** A run from start to end, made anew from the kept bytes: what only its samples tell. */
import { type RunSeries, runSeries } from '../analysis/run-series.ts';
import {
  type HeaviestStretch,
  heaviestStretch,
  type RunSegment,
  segmentLoad,
} from '../analysis/segment-load.ts';
import { decodeFile } from '../import/decode-file.ts';
import { type Corrections, corrected } from './corrections.ts';

export interface RunCourse {
  segments: RunSegment[];
  heaviest: HeaviestStretch | null;
  series: RunSeries | null;
}

export interface CourseDetail {
  segmentLengthM: number;
  seriesPoints: number;
}

/** A run's place among the activities of its file, and what the runner says against the file. */
export interface RunInFile {
  sessionIndex: number;
  corrections: Corrections;
}

/**
 * `bytes` are the raw file. `null` when the importer no longer finds
 * the run there.
 */
export function runCourse(
  bytes: Uint8Array,
  { sessionIndex, corrections }: RunInFile,
  { segmentLengthM, seriesPoints }: CourseDetail,
): RunCourse | null {
  const decoded = decodeFile(bytes);
  const original = decoded.ok ? decoded.value.activities[sessionIndex] : undefined;
  if (original === undefined) return null;
  const activity = corrected(original, corrections);
  const segments = segmentLoad(activity, segmentLengthM);
  return {
    segments,
    heaviest: heaviestStretch(segments),
    series: runSeries(activity, seriesPoints),
  };
}
