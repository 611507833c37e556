/**
 * What a TCX file holds, as it stands there: its activities, their laps and track points. Reads TrainingCenterDatabase 2
 * and its ActivityExtension, whatever their prefixes; must not judge or convert.
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

export interface TcxFile extends TrackFile {
  /** Several of a multisport session; the transitions between them are left out. */
  activities: TcxActivity[];
  /** What the file holds instead of activities, by FIT's name. */
  otherType: 'course' | 'workout' | null;
}

export interface TcxActivity {
  sport: string | null;
  /** Its `Id`: when it began. */
  startTimeS: number | null;
  creator: { name: string | null; unitId: string | null } | null;
  laps: TcxLap[];
}

export interface TcxLap extends Rows {
  startTimeS: number | null;
  /** `TotalTimeSeconds`. */
  timerS: number | null;
  distanceM: number | null;
}

export function readTcxLaps(bytes: Uint8Array): Result<TcxFile, ImportError> {
  return readTrackFile(bytes, new TcxReader());
}

/** Values below a track point. Both cadences count one leg's strides. */
const POINT_VALUES: ReadonlyMap<string, PointColumn> = new Map([
  ['LatitudeDegrees', 'latitudeDeg'],
  ['LongitudeDegrees', 'longitudeDeg'],
  ['AltitudeMeters', 'altitudeM'],
  ['DistanceMeters', 'distanceM'],
  ['Value', 'heartRateBpm'],
  ['Cadence', 'cadence'],
  ['RunCadence', 'cadence'],
  ['Speed', 'speedMps'],
  ['Watts', 'powerW'],
]);

class TcxReader implements ElementVisitor {
  readonly file: Omit<TcxFile, 'fault'> = {
    activities: [],
    points: noTrackPoints(),
    otherType: null,
  };
  /** Depth of the activity and of the point that are open; 0 for none. */
  #activityDepth = 0;
  #pointDepth = 0;

  open(path: readonly string[], attributes: Attributes): void {
    if (path.length <= this.#pointDepth) this.#pointDepth = 0;
    if (path.length <= this.#activityDepth) this.#activityDepth = 0;
    const name = path.at(-1);
    if (name === 'Activity') this.#openActivity(path.length, attributes);
    else if (name === 'Course') this.file.otherType = 'course';
    else if (name === 'Workout') this.file.otherType ??= 'workout';
    else if (this.#activityDepth === 0) return;
    else if (name === 'Trackpoint') this.#openPoint(path.length);
    else if (name === 'Lap') this.#openLap(trackTime(this.file.points, attributes.StartTime));
    else if (name === 'Creator') this.#activity().creator = { name: null, unitId: null };
  }

  text(path: readonly string[], value: string): void {
    if (this.#activityDepth === 0) return;
    const name = path.at(-1) as string;
    const parent = path.at(-2);
    if (this.#pointDepth > 0) this.#pointText(name, value);
    else if (parent === 'Lap') this.#lapText(name, value);
    else if (parent === 'Creator') this.#creatorText(name, value);
    else if (name === 'Id') this.#activity().startTimeS ??= trackTime(this.file.points, value);
  }

  #openActivity(depth: number, { Sport }: Attributes): void {
    this.#activityDepth = depth;
    this.file.activities.push({ sport: Sport ?? null, startTimeS: null, creator: null, laps: [] });
  }

  #openLap(startTimeS: number | null): TcxLap {
    const { count } = this.file.points;
    const lap = { from: count, to: count, startTimeS, timerS: null, distanceM: null };
    this.#activity().laps.push(lap);
    return lap;
  }

  #openPoint(depth: number): void {
    const lap = this.#activity().laps.at(-1) ?? this.#openLap(null);
    lap.to = ++this.file.points.count;
    this.#pointDepth = depth;
  }

  #pointText(name: string, value: string): void {
    const { points } = this.file;
    const column = POINT_VALUES.get(name);
    if (column !== undefined) setText(points, column, value);
    else if (name === 'Time') setValue(points, 'timeS', trackTime(points, value) ?? Number.NaN);
  }

  #lapText(name: string, value: string): void {
    const lap = this.#activity().laps.at(-1);
    if (lap === undefined) return;
    // 0 is how programs write that they do not know.
    if (name === 'TotalTimeSeconds') lap.timerS = statedSeconds(value) || null;
    else if (name === 'DistanceMeters') lap.distanceM = statedMetres(value) || null;
  }

  #creatorText(name: string, value: string): void {
    const { creator } = this.#activity();
    if (creator !== null && name === 'Name') creator.name = value;
    else if (creator !== null && name === 'UnitId') creator.unitId = value;
  }

  /** The open one. */
  #activity(): TcxActivity {
    return this.file.activities.at(-1) as TcxActivity;
  }
}
