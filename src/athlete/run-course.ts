/** A run from start to end, made anew from the kept bytes: what only its samples tell. */
import { type RunSeries, runSeries } from '../analysis/run-series.ts';
import {
  type HeaviestStretch,
  heaviestStretch,
  type RunSegment,
  segmentLoad,
} from '../analysis/segment-load.ts';
import { decodeFile } from '../import/decode-file.ts';

export interface RunCourse {
  segments: RunSegment[];
  heaviest: HeaviestStretch | null;
  series: RunSeries | null;
}

export interface CourseDetail {
  segmentLengthM: number;
  seriesPoints: number;
}

/**
 * `bytes` are the raw file, `sessionIndex` the run's place among its activities. `null` when the importer no longer finds
 * the run there.
 */
export function runCourse(
  bytes: Uint8Array,
  sessionIndex: number,
  { segmentLengthM, seriesPoints }: CourseDetail,
): RunCourse | null {
  const decoded = decodeFile(bytes);
  const activity = decoded.ok ? decoded.value.activities[sessionIndex] : undefined;
  if (activity === undefined) return null;
  const segments = segmentLoad(activity, segmentLengthM);
  return {
    segments,
    heaviest: heaviestStretch(segments),
    series: runSeries(activity, seriesPoints),
  };
}
