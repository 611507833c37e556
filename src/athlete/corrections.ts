/** What the runner says of an activity against its file. Kept apart from what the file says; each can be taken back. */
import type { Activity, Samples } from '../analysis/activity.ts';
import { SUB_SPORT_ON, type Surface } from '../analysis/surface.ts';

/** Absent: as the file, or the archive it came in, says. */
export interface Corrections {
  name?: string;
  distanceM?: number;
  /** Name of the FIT profile. */
  sport?: string;
  surface?: Surface;
  /** Its name. */
  shoe?: string;
  /** The run counts in no running number. */
  excluded?: true;
}

/** `null` takes a correction back; what is absent stays as it is. */
export type CorrectionChange = { [Key in keyof Corrections]?: Corrections[Key] | null };

export function changed(before: Corrections, change: CorrectionChange): Corrections {
  const entries = Object.entries({ ...before, ...change });
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

/** The activity as the runner corrected it. */
export function corrected(
  original: Activity,
  { distanceM, sport, surface }: Corrections,
): Activity {
  const activity = distanceM === undefined ? original : withDistance(original, distanceM);
  const isOtherSport = sport !== undefined && sport !== activity.sport;
  const subSport = isOtherSport ? null : activity.subSport;
  return {
    ...activity,
    sport: sport ?? activity.sport,
    subSport: surface === undefined ? subSport : SUB_SPORT_ON[surface],
  };
}

/**
 * The runner's word holds however far it is from the file's, and for a stream that lost samples too: so everything is
 * scaled here, where calibration to a session's total would doubt it.
 */
function withDistance(activity: Activity, distanceM: number): Activity {
  const { session, samples, laps } = activity;
  const recordedM = session.distanceM || streamDistanceM(samples);
  const scale = recordedM > 0 ? distanceM / recordedM : 1;
  const scaled = (column: Float64Array | null) => column?.map((value) => value * scale) ?? null;
  return {
    ...activity,
    session: { ...session, distanceM },
    laps: laps.map((lap) => ({
      ...lap,
      distanceM: lap.distanceM === null ? null : lap.distanceM * scale,
    })),
    samples: {
      ...samples,
      distanceM: scaled(samples.distanceM),
      speedMps: scaled(samples.speedMps),
    },
  };
}

/** As far as the stream got; 0 when it has no distances. */
function streamDistanceM({ distanceM }: Samples): number {
  return distanceM?.findLast((value) => !Number.isNaN(value)) ?? 0;
}
