/** A file as one line of JSON: SI units, `null` for whatever is unknown, numbers to three decimals. */
import type { JudgedRun } from '../../analysis/judged-run.ts';
import type { RunExposure } from '../../analysis/run-exposure.ts';
import type { WatchedActivity } from '../watched-content.ts';
import { fileWarnings } from './file-warnings.ts';
import type { JudgementOf } from './judged-files.ts';
import type { WatchFile } from './watch-file.ts';

const DECIMALS = 1000;

export function jsonLine({ path, content }: WatchFile, judgementOf: JudgementOf): string {
  const fields = content.ok
    ? {
        file: path,
        status: 'ok',
        warnings: fileWarnings(content.value, judgementOf),
        records: content.value.records,
        activities: content.value.activities.map((activity) =>
          activityFields(activity, judgementOf(activity).run),
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
    hills: hillFields(exposure, run),
    speed: exposure === null ? null : speedFields(run),
    achilles: exposure?.load ?? null,
  };
}

function hillFields(exposure: RunExposure | null, run: JudgedRun | null) {
  const hills = exposure?.hills ?? null;
  if (hills === null) return null;
  return {
    uphillM: hills.uphillM,
    steepUphillM: hills.steepUphillM,
    fastDownhillS: run?.fastDownhillS ?? null,
    hillSprints: run?.hillSprints ?? null,
    bands: hills.bands,
  };
}

function speedFields(run: JudgedRun | null) {
  return {
    fastM: run?.speed?.fastM ?? null,
    fastS: run?.speed?.fastS ?? null,
    bands: run?.speed?.bands ?? null,
    fastThresholdMps: run?.speed?.fastThresholdMps ?? null,
    fastOrigin: run?.speed?.fastOrigin ?? null,
    criticalSpeedMps: run?.criticalSpeedMps ?? null,
  };
}
