/** What the runner should know about the samples of one run and what was done about it. Must not change a number. */
import type { Activity, Warning } from './activity.ts';
import type { ContradictedClimb } from './contradicted-climb.ts';
import type { Grade } from './grade.ts';
import { INTERVAL_KIND, type Intervals } from './intervals.ts';
import { CADENCE_LOCK_BPM, CADENCE_LOCK_SHARE, MIN_MEASURED_SHARE } from './policy.ts';

/**
 * At most one warning of a kind. `run` is `null` when nothing says how far it was, `slope` without altitude, `contradicted`
 * where the device's climb can be true; `measuredShare` is the part of the run's time in which samples tell what was run.
 */
export function runWarnings(
  activity: Activity,
  run: Intervals | null,
  slope: Grade | null,
  contradicted: ContradictedClimb | null,
  measuredShare: number,
): Warning[] {
  if (run === null) return [withoutIntervals(activity)];
  if (measuredShare < MIN_MEASURED_SHARE) return [mostlyUnrecorded(measuredShare)];
  return [
    ...calibration(run),
    ...gaps(run),
    ...speedGlitches(run),
    ...(slope === null ? [GRADE_UNKNOWN] : altitudeGlitches(slope)),
    ...(contradicted === null ? [] : [climbContradicted(activity, contradicted)]),
    ...cadenceLock(activity, run),
  ];
}

const GRADE_UNKNOWN: Warning = {
  kind: 'grade-unknown',
  message: 'No usable altitude: climb and hills are unknown, and the load counts the run as flat.',
};

function withoutIntervals({ samples, session }: Activity): Warning {
  if (session.distanceM === null || session.distanceM <= 0) {
    return {
      kind: 'no-distance',
      message: 'Nothing says how far this run was, so it has no load.',
    };
  }
  return samples.count < 2
    ? {
        kind: 'no-samples',
        message: 'Only totals were recorded: the load rests on the average speed, on the flat.',
      }
    : {
        kind: 'no-distance',
        message: 'The samples hold no distance: the load rests on the average speed, on the flat.',
      };
}

function mostlyUnrecorded(measuredShare: number): Warning {
  const percent = Math.round(100 * measuredShare);
  const message = `The samples cover ${percent} % of the run: they are left aside, and the load rests on the average speed, on the flat.`;
  return { kind: 'recording-gap', message };
}

function calibration({ distanceScale }: Intervals): Warning[] {
  if (distanceScale === 1) return [];
  const percent = (100 * Math.abs(distanceScale - 1)).toFixed(1);
  const change = distanceScale < 1 ? 'shortened' : 'lengthened';
  const message = `The recorded distance differs from the run's total: every sample and lap was ${change} by ${percent} % to agree with it.`;
  return [{ kind: 'distance-calibrated', message }];
}

function gaps({ byKind }: Intervals): Warning[] {
  const count = byKind.count[INTERVAL_KIND.gap] as number;
  if (count === 0) return [];
  const minutes = Math.max(1, Math.round((byKind.timerS[INTERVAL_KIND.gap] as number) / 60));
  const message = `${count} recording ${count === 1 ? 'gap' : 'gaps'}, ${minutes} min in all: counted in the total, but in no speed or hill band and no load.`;
  return [{ kind: 'recording-gap', message }];
}

function speedGlitches({ byKind }: Intervals): Warning[] {
  const count = byKind.count[INTERVAL_KIND.glitch] as number;
  if (count === 0) return [];
  const metres = Math.round(byKind.distanceM[INTERVAL_KIND.glitch] as number);
  const message = `${count} impossible ${count === 1 ? 'jump' : 'jumps'} of position, ${metres} m in all, left out.`;
  return [{ kind: 'speed-glitch', message }];
}

function altitudeGlitches({ glitches }: Grade): Warning[] {
  if (glitches === 0) return [];
  const message = `${glitches} impossible ${glitches === 1 ? 'jump' : 'jumps'} of altitude taken out.`;
  return [{ kind: 'altitude-glitch', message }];
}

function climbContradicted({ session }: Activity, steps: ContradictedClimb): Warning {
  const [up, down] = [session.ascentM, session.descentM].map((metres) => Math.round(metres ?? 0));
  const [rises, falls] = [Math.round(steps.risesM), Math.round(steps.fallsM)];
  const message = `The watch states ${up} m up and ${down} m down, but the rises of its own altitude add up to ${rises} m and the falls to ${falls} m: the climb is worked out from the altitude.`;
  return { kind: 'climb-contradicted', message };
}

// Compiled in: an imported constant is looked up again at every use.
const [RUNNING, NEAR_BPM] = [INTERVAL_KIND.running, CADENCE_LOCK_BPM];

/** A wrist sensor that loses the pulse finds the rhythm of the steps instead. */
function cadenceLock({ samples }: Activity, { kind, timerS, byKind }: Intervals): Warning[] {
  const { heartRateBpm, cadenceSpm } = samples;
  if (heartRateBpm === null || cadenceSpm === null) return [];
  let lockedS = 0;
  for (let i = 0; i < timerS.length; i++) {
    if (kind[i] !== RUNNING) continue;
    const apart = Math.abs((heartRateBpm[i + 1] as number) - (cadenceSpm[i + 1] as number));
    if (apart <= NEAR_BPM) lockedS += timerS[i] as number;
  }
  const runningS = byKind.timerS[INTERVAL_KIND.running] as number;
  return lockedS > CADENCE_LOCK_SHARE * runningS ? [HEART_RATE_LIKE_CADENCE] : [];
}

const HEART_RATE_LIKE_CADENCE: Warning = {
  kind: 'heart-rate-like-cadence',
  message:
    'For most of the run the heart rate is the number of steps a minute: the sensor may have counted steps. No load or flag uses it.',
};
