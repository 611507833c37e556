/** A file as one line of JSON: SI units, `null` for whatever is unknown, numbers to three decimals. */
import type { JudgedRun } from '../../analysis/judged-run.ts';
import type { Judgement } from './judged-files.ts';
import type { WatchedActivity, WatchFile } from './watch-file.ts';

const DECIMALS = 1000;

export function jsonLine({ path, content }: WatchFile, judgement: Judgement): string {
  const fields = content.ok
    ? {
        file: path,
        status: 'ok',
        warnings: content.value.warnings,
        records: content.value.records,
        activities: content.value.activities.map((activity) =>
          activityFields(activity, judgement(activity)),
        ),
      }
    : {
        file: path,
        status: 'failed',
        error: {
          kind: content.error.kind,
          message: content.error.message,
          byteOffset: content.error.byteOffset,
        },
        warnings: [],
        records: null,
        activities: [],
      };
  return JSON.stringify(fields, (_, value) =>
    typeof value === 'number' ? Math.round(value * DECIMALS) / DECIMALS : value,
  );
}

function activityFields(activity: WatchedActivity, run: JudgedRun | null) {
  const { exposure, session } = activity;
  const totals = exposure ?? session;
  return {
    sport: activity.sport,
    subSport: activity.subSport,
    startTime: new Date(activity.startTimeS * 1000).toISOString(),
    localDate: activity.localDate,
    distanceM: activity.distanceM,
    timerS: activity.timerS,
    elapsedS: activity.elapsedS,
    movingS: exposure?.movingS ?? null,
    ascentM: totals.ascentM,
    descentM: totals.descentM,
    ascentOrigin: exposure?.ascentOrigin ?? (session.ascentM === null ? null : 'device'),
    derivedAscentM: exposure?.derivedAscentM ?? null,
    avgCadenceSpm: totals.avgCadenceSpm,
    avgHeartRateBpm: totals.avgHeartRateBpm,
    samples: activity.sampleCount,
    hills: hillFields(run),
    speed: speedFields(run),
    achilles: run?.exposure.load ?? null,
  };
}

function hillFields(run: JudgedRun | null) {
  const hills = run?.exposure.hills ?? null;
  if (run === null || hills === null) return null;
  return {
    uphillM: hills.uphillM,
    steepUphillM: hills.steepUphillM,
    fastDownhillS: run.fastDownhillS,
    hillSprints: run.hillSprints,
    bands: hills.bands,
  };
}

function speedFields(run: JudgedRun | null) {
  if (run === null) return null;
  return {
    fastM: run.speed?.fastM ?? null,
    fastS: run.speed?.fastS ?? null,
    bands: run.speed?.bands ?? null,
    fastThresholdMps: run.speed?.fastThresholdMps ?? null,
    fastOrigin: run.speed?.fastOrigin ?? null,
    criticalSpeedMps: run.criticalSpeedMps,
  };
}
