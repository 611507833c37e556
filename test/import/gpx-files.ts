/** GPX files for tests: of an invented run, and written out. */
import { encodeGpx, type GpxLayout } from '../../fixtures/encode-gpx.ts';
import { DEFAULT_START_TIME_S, type RunSpec, syntheticRun } from '../../fixtures/synthetic-run.ts';
import type { Activity } from '../../src/analysis/activity.ts';
import { decodeGpx } from '../../src/import/gpx.ts';
import { readingWith } from './reading-with.ts';

export const { decoded, only, errorOf } = readingWith(decodeGpx);

export const AT_SEA = { latitudeDeg: -48, longitudeDeg: -123 };
export const RUN: RunSpec = { segments: [{ speedMps: 2.75, durationS: 600 }], position: AT_SEA };

export const run = (spec: Partial<RunSpec> = {}) => syntheticRun({ ...RUN, ...spec });

export const through = (spec: Partial<RunSpec>, layout: GpxLayout): Activity =>
  only(encodeGpx(run(spec), layout));

/** A track of one segment. `step`: metres north from each point to the next. */
export function track(
  count: number,
  { step = 2.75, spacingS = 1, head = '', inside = (_: number): string => '' } = {},
): string {
  const points = Array.from({ length: count }, (_, i) => {
    const time = new Date((DEFAULT_START_TIME_S + i * spacingS) * 1000).toISOString();
    return `<trkpt lat="${-48 + (i * step) / 111_195}" lon="-123"><time>${time}</time>${inside(i)}</trkpt>`;
  });
  return `<trk>${head}<trkseg>${points.join('')}</trkseg></trk>`;
}

export const gpx = (content: string, attributes = '') => `<gpx ${attributes}>${content}</gpx>`;
