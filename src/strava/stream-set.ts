/** The streams of one activity as Strava sends them (`key_by_type=true`), parsed at the border: columns of equal length. */
import * as v from 'valibot';

/** As Strava sends them: seconds from the start, cadence of one leg. Missing values are `NaN`, a missing stream is `null`. */
export interface StravaStreams {
  timeS: Float64Array;
  distanceM: Float64Array | null;
  altitudeM: Float64Array | null;
  speedMps: Float64Array | null;
  heartRateBpm: Float64Array | null;
  cadence: Float64Array | null;
  powerW: Float64Array | null;
  latitudeDeg: Float64Array | null;
  longitudeDeg: Float64Array | null;
}

/** What is asked for. Grade and `moving` are Strava's own smoothing of the rest, and nothing here reads the temperature. */
export const STREAM_KEYS = [
  'time',
  'distance',
  'latlng',
  'altitude',
  'velocity_smooth',
  'heartrate',
  'cadence',
  'watts',
] as const;

// Checked in one go: a schema for each of a hundred thousand numbers takes longer than the analysis.
const isColumn = (data: unknown): data is (number | null)[] =>
  Array.isArray(data) && data.every((value) => value === null || typeof value === 'number');
const isPlaces = (data: unknown): data is ([number, number] | null)[] =>
  Array.isArray(data) &&
  data.every(
    (place) =>
      place === null ||
      (Array.isArray(place) && typeof place[0] === 'number' && typeof place[1] === 'number'),
  );

const column = v.nullish(v.object({ data: v.custom<(number | null)[]>(isColumn) }), null);
const places = v.nullish(v.object({ data: v.custom<([number, number] | null)[]>(isPlaces) }), null);

/** `null`: the activity has no streams that could be placed in time. */
export const streamsSchema = v.pipe(
  // A list holds something only where streams were not asked for by type.
  v.custom<object>((streams) => !Array.isArray(streams) || streams.length === 0),
  v.object({
    time: column,
    distance: column,
    latlng: places,
    altitude: column,
    velocity_smooth: column,
    heartrate: column,
    cadence: column,
    watts: column,
  }),
  v.check(
    ({ time, ...others }) =>
      Object.values(others).every(
        (stream) => stream === null || time === null || stream.data.length === time.data.length,
      ),
    'streams of equal length',
  ),
  v.transform((wire): StravaStreams | null => {
    if (wire.time === null || wire.time.data.length === 0) return null;
    const place = (axis: 0 | 1) =>
      wire.latlng && floats(wire.latlng.data.map((each) => each?.[axis] ?? null));
    return {
      timeS: floats(wire.time.data),
      distanceM: wire.distance && floats(wire.distance.data),
      altitudeM: wire.altitude && floats(wire.altitude.data),
      speedMps: wire.velocity_smooth && floats(wire.velocity_smooth.data),
      heartRateBpm: wire.heartrate && floats(wire.heartrate.data),
      cadence: wire.cadence && floats(wire.cadence.data),
      powerW: wire.watts && floats(wire.watts.data),
      latitudeDeg: place(0),
      longitudeDeg: place(1),
    };
  }),
);

const floats = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? Number.NaN);
