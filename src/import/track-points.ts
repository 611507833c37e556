/**
 * The track points of a GPX or TCX file in columns, row by row as the file has them, and samples made of them. Values are
 * taken at their word except where a device says "not measured" by a number; nothing is merged or sorted.
 */
import type { Samples } from '../analysis/activity.ts';
import { dropNullIsland, NO_BYTE, NO_WORD, without, withoutZeros } from './impossible-values.ts';
import { orNull } from './sample-columns.ts';
import { stepsPerMinute } from './steps-per-minute.ts';
import { xmlTime } from './xml/xml-time.ts';

const POINT_COLUMNS = [
  'timeS',
  'latitudeDeg',
  'longitudeDeg',
  'distanceM',
  'speedMps',
  'altitudeM',
  'heartRateBpm',
  'cadence',
  'powerW',
] as const;
export type PointColumn = (typeof POINT_COLUMNS)[number];

/**
 * A column ends with the last point that has a value in it; points without are `NaN`. Cadence is as the
 * file counts it.
 */
export interface TrackPoints {
  count: number;
  /** Of the first time in the file that is written with a zone other than UTC. */
  utcOffsetS: number | null;
  columns: Record<PointColumn, number[]>;
}

/** Rows from `from` up to `to`. */
export interface Rows {
  from: number;
  to: number;
}

export function noTrackPoints(): TrackPoints {
  const columns = Object.fromEntries(POINT_COLUMNS.map((name) => [name, [] as number[]]));
  return { count: 0, utcOffsetS: null, columns: columns as TrackPoints['columns'] };
}

/** Sets a value of the last point. */
export function setValue(points: TrackPoints, column: PointColumn, value: number): void {
  const values = points.columns[column];
  while (values.length < points.count - 1) values.push(Number.NaN);
  values[points.count - 1] = value;
}

/** As `setValue`, from text; what is no number stays missing. */
export function setText(points: TrackPoints, column: PointColumn, text: string): void {
  const value = text === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value)) setValue(points, column, value);
}

/** Unix seconds of a time as the file writes it; `null` for what is none. Its zone is kept with the points. */
export function trackTime(points: TrackPoints, text: string | undefined): number | null {
  const time = text === undefined ? null : xmlTime(text);
  points.utcOffsetS ??= time?.offsetS || null;
  return time?.unixS ?? null;
}

/** The points of `parts`, one part after the other. */
export function trackSamples({ columns }: TrackPoints, parts: readonly Rows[]): Samples {
  const count = parts.reduce((sum, { from, to }) => sum + to - from, 0);
  const column = (name: PointColumn) => {
    const joined = new Float64Array(count).fill(Number.NaN);
    let at = 0;
    for (const { from, to } of parts) {
      joined.set(columns[name].slice(from, to), at);
      at += to - from;
    }
    return joined;
  };
  const latitudeDeg = within(column('latitudeDeg'), 90);
  const longitudeDeg = within(column('longitudeDeg'), 180);
  dropNullIsland(latitudeDeg, longitudeDeg);
  return {
    count,
    timeS: column('timeS'),
    distanceM: orNull(column('distanceM')),
    speedMps: orNull(column('speedMps')),
    altitudeM: orNull(column('altitudeM')),
    cadenceSpm: orNull(stepsPerMinute(without(NO_BYTE, column('cadence')))),
    heartRateBpm: orNull(without(NO_BYTE, withoutZeros(column('heartRateBpm')))),
    powerW: orNull(without(NO_WORD, column('powerW'))),
    latitudeDeg: orNull(latitudeDeg),
    longitudeDeg: orNull(longitudeDeg),
  };
}

function within(degrees: Float64Array, limit: number): Float64Array {
  return degrees.map((value) => (Math.abs(value) <= limit ? value : Number.NaN));
}
