/** What Strava's list and detail say of an activity, parsed at the border: SI units, Unix time, missing is `null`. */
import * as v from 'valibot';
import { gearIdSchema, stravaIdSchema } from './strava-id.ts';

export interface StravaSummary {
  id: string;
  athleteId: string;
  name: string;
  /** Strava's own word: `TrailRun`. */
  sportType: string;
  /** Unix seconds. */
  startTimeS: number;
  utcOffsetS: number | null;
  distanceM: number | null;
  /** As Strava judges it: without pauses, and without much of what was stood. */
  movingS: number | null;
  elapsedS: number | null;
  ascentM: number | null;
  /** Steps of both feet where it was done on foot; Strava itself sends those of one. */
  averageCadence: number | null;
  averageHeartRateBpm: number | null;
  /** On a machine. */
  isTrainer: boolean;
  /** Typed in by hand: it has no streams. */
  isManual: boolean;
  isPrivate: boolean;
  gearId: string | null;
  deviceName: string | null;
  /** From a Garmin device, which Garmin wants to be said. */
  isFromGarmin: boolean;
}

/** What only the detail of an activity tells. */
export interface StravaDetail extends StravaSummary {
  gearName: string | null;
}

const number = v.nullish(v.pipe(v.number(), v.finite()), null);
const text = v.nullish(v.string(), null);
const flag = v.nullish(v.boolean(), false);
const instant = v.pipe(v.string(), v.isoTimestamp());

const wireSchema = v.object({
  id: stravaIdSchema,
  athlete: v.object({ id: stravaIdSchema }),
  name: v.nullish(v.string(), ''),
  sport_type: text,
  type: text,
  start_date: instant,
  start_date_local: v.nullish(v.string(), null),
  utc_offset: number,
  distance: number,
  moving_time: number,
  elapsed_time: number,
  total_elevation_gain: number,
  average_cadence: number,
  average_heartrate: number,
  trainer: flag,
  manual: flag,
  private: flag,
  gear_id: v.nullish(gearIdSchema, null),
  device_name: text,
  external_id: text,
});

export const summarySchema = v.pipe(wireSchema, v.transform(toSummary));

export const detailSchema = v.pipe(
  v.object({ ...wireSchema.entries, gear: v.nullish(v.object({ name: text }), null) }),
  v.transform(
    (wire): StravaDetail => ({ ...toSummary(wire), gearName: wire.gear?.name?.trim() || null }),
  ),
);

function toSummary(wire: v.InferOutput<typeof wireSchema>): StravaSummary {
  const startTimeS = Date.parse(wire.start_date) / 1000;
  return {
    id: wire.id,
    athleteId: wire.athlete.id,
    name: wire.name,
    sportType: wire.sport_type ?? wire.type ?? '',
    startTimeS,
    utcOffsetS: wire.utc_offset ?? offsetBetween(startTimeS, wire.start_date_local),
    // 0 is how Strava writes that nobody measured it.
    distanceM: wire.distance || null,
    movingS: wire.moving_time || null,
    elapsedS: wire.elapsed_time || null,
    ascentM: wire.total_elevation_gain,
    averageCadence: wire.average_cadence,
    averageHeartRateBpm: wire.average_heartrate || null,
    isTrainer: wire.trainer,
    isManual: wire.manual,
    isPrivate: wire.private,
    gearId: wire.gear_id,
    deviceName: wire.device_name?.trim() || null,
    isFromGarmin: /^garmin/i.test(wire.device_name ?? wire.external_id ?? ''),
  };
}

/** The local time wears a `Z` that is not true, which makes the difference the offset. */
function offsetBetween(startTimeS: number, startDateLocal: string | null): number | null {
  const localS = Date.parse(startDateLocal ?? '') / 1000;
  return Number.isNaN(localS) ? null : localS - startTimeS;
}
