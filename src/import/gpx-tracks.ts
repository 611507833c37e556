/**
 * What a GPX file holds, as it stands there: its tracks, their segments and points, the totals a device added. Reads GPX
 * 1.0 and 1.1 and the extensions of Garmin (TrackPointExtension 1 and 2, PowerExtension, TrackStatsExtension), Cluetrust
 * (`gpxdata`) and Strava, whatever their prefixes; must not judge or convert.
 */
import type { Result } from '../analysis/result.ts';
import type { ImportError } from './import-error.ts';
import { statedMetres, statedSeconds } from './stated-total.ts';
import { readTrackFile, type TrackFile } from './track-file.ts';
import {
  noTrackPoints,
  type PointColumn,
  type Rows,
  setText,
  setValue,
  trackTime,
} from './track-points.ts';
import type { Attributes, ElementVisitor } from './xml/walk-elements.ts';

export interface GpxFile extends TrackFile {
  creator: string | null;
  tracks: GpxTrack[];
  /** Points of routes, and places. */
  otherPoints: number;
}

export interface GpxTrack {
  name: string | null;
  type: string | null;
  segments: Rows[];
  totals: GpxTotals;
}

/** Of Garmin's TrackStatsExtension, by its element names. */
export type GpxTotals = Partial<Record<(typeof TOTALS)[number], number>>;
const TOTALS = ['Distance', 'TimerTime', 'TotalElapsedTime', 'Ascent', 'Descent'] as const;

export function readGpxTracks(bytes: Uint8Array): Result<GpxFile, ImportError> {
  return readTrackFile(bytes, new GpxReader());
}

/** Sensor values, and cumulative distance, below a point: directly, in `extensions`, or in a group of those. */
const POINT_VALUES: ReadonlyMap<string, PointColumn> = new Map([
  ['ele', 'altitudeM'],
  ['hr', 'heartRateBpm'],
  ['heartrate', 'heartRateBpm'],
  ['cad', 'cadence'],
  ['cadence', 'cadence'],
  ['runcadence', 'cadence'],
  ['power', 'powerW'],
  ['powerinwatts', 'powerW'],
  ['watts', 'powerW'],
  // Speeds are left: some write m/s and some km/h, and the positions are there.
  ['distance', 'distanceM'],
]);

class GpxReader implements ElementVisitor {
  readonly file: Omit<GpxFile, 'fault'> = {
    creator: null,
    tracks: [],
    points: noTrackPoints(),
    otherPoints: 0,
  };
  /** Depth of the point that is open; 0 for none. */
  #pointDepth = 0;

  open(path: readonly string[], attributes: Attributes): void {
    if (path.length <= this.#pointDepth) this.#pointDepth = 0;
    const name = path.at(-1);
    if (name === 'trkpt') this.#openPoint(path.length, attributes);
    else if (name === 'trkseg') this.#openSegment();
    else if (name === 'trk') this.#openTrack();
    else if (name === 'rtept' || name === 'wpt') this.file.otherPoints++;
    else if (path.length === 1) this.file.creator = attributes.creator ?? null;
  }

  text(path: readonly string[], value: string): void {
    if (this.#pointDepth > 0) this.#pointText(path, value);
    else if (path.at(-2) === 'trk') this.#trackText(path.at(-1), value);
    else if (path.at(-2) === 'TrackStatsExtension') this.#total(path.at(-1), value);
  }

  #openTrack(): GpxTrack {
    const track: GpxTrack = { name: null, type: null, segments: [], totals: {} };
    this.file.tracks.push(track);
    return track;
  }

  #openSegment(): Rows {
    const { count } = this.file.points;
    const segment = { from: count, to: count };
    (this.file.tracks.at(-1) ?? this.#openTrack()).segments.push(segment);
    return segment;
  }

  #openPoint(depth: number, { lat, lon }: Attributes): void {
    const { points, tracks } = this.file;
    const segment = tracks.at(-1)?.segments.at(-1) ?? this.#openSegment();
    segment.to = ++points.count;
    setText(points, 'latitudeDeg', lat ?? '');
    setText(points, 'longitudeDeg', lon ?? '');
    this.#pointDepth = depth;
  }

  #pointText(path: readonly string[], value: string): void {
    const name = (path.at(-1) as string).toLowerCase();
    const { points } = this.file;
    if (name === 'time' && path.length === this.#pointDepth + 1) {
      const timeS = trackTime(points, value);
      if (timeS !== null) setValue(points, 'timeS', timeS);
      return;
    }
    const column = POINT_VALUES.get(name);
    if (column !== undefined) setText(points, column, value);
  }

  #trackText(name: string | undefined, value: string): void {
    const track = this.file.tracks.at(-1);
    if (track !== undefined && (name === 'name' || name === 'type')) track[name] = value;
  }

  #total(name: string | undefined, value: string): void {
    const total = TOTALS.find((candidate) => candidate === name);
    const track = this.file.tracks.at(-1);
    if (total === undefined || track === undefined) return;
    const stated = total.endsWith('Time') ? statedSeconds(value) : statedMetres(value);
    if (stated !== null) track.totals[total] = stated;
  }
}
