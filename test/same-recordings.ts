/**
 * Recordings of a few runs, as watches and services leave them in a runner's folder, and which of them is to be kept: the
 * app and the report must agree on it, in whatever order the files come.
 */
import { encodeGpx } from '../fixtures/encode-gpx.ts';
import { encodeTcx } from '../fixtures/encode-tcx.ts';
import {
  DEFAULT_START_TIME_S,
  encodeFit,
  type RunSpec,
  syntheticRun,
} from '../fixtures/synthetic-run.ts';
import { truncated } from '../fixtures/watch-file-variants.ts';

export interface RecordedFile {
  name: string;
  bytes: Uint8Array;
}

const DAY_S = 86_400;

const runOn = (day: number, spec: Partial<RunSpec> = {}) =>
  syntheticRun({
    segments: [{ distanceM: 3_000, speedMps: 2.78 }],
    startTimeS: DEFAULT_START_TIME_S + day * DAY_S,
    position: { latitudeDeg: 0, longitudeDeg: -30 },
    ...spec,
  });

const watch = encodeFit(runOn(0));
const smart = { recording: 'smart' } as const;

/** Two services' copies that tell exactly as much: the one whose content has the smaller hash is kept. */
export const EQUALS: readonly RecordedFile[] = [
  { name: 'one.gpx', bytes: encodeGpx(runOn(6), { creator: 'One' }) },
  { name: 'other.gpx', bytes: encodeGpx(runOn(6), { creator: 'Other' }) },
];

/** One of each day. */
export const KEPT: readonly RecordedFile[] = [
  { name: 'watch.fit', bytes: watch },
  { name: 'every-second.gpx', bytes: encodeGpx(runOn(2)) },
  { name: 'laps.tcx', bytes: encodeTcx(runOn(4)) },
];

export const GIVEN_UP: readonly RecordedFile[] = [
  { name: 'as-many-points.gpx', bytes: encodeGpx(runOn(0)) },
  { name: 'as-many-points.tcx', bytes: encodeTcx(runOn(0)) },
  { name: 'cut-short.fit', bytes: truncated(watch) },
  { name: 'fewer-samples.fit', bytes: encodeFit(runOn(2, smart)) },
  { name: 'no-laps.gpx', bytes: encodeGpx(runOn(4)) },
  { name: 'fewer-points.tcx', bytes: encodeTcx(runOn(6, smart)) },
];

export const RECORDINGS: readonly RecordedFile[] = [...GIVEN_UP, ...EQUALS, ...KEPT];
