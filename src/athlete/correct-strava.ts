/**
 * The runner's word against Strava's: written beside it, and where it changes what the samples mean, of which none are kept, the
 * course is asked for anew. Until that has come the run counts by its totals, as it does when it is first listed.
 */
import { INDOOR_SUB_SPORTS } from '../analysis/policy.ts';
import { err, ok, type Result } from '../analysis/result.ts';
import type { StravaSummary } from '../strava/summary.ts';
import { type AnalysedStrava, analyseStrava } from './analyse-strava.ts';
import { type CorrectionError, isAnalysedAgain } from './correct.ts';
import { type CorrectionChange, type Corrections, changed } from './corrections.ts';
import { writeSaidOfStrava } from './said-of-strava.ts';
import {
  courseOfStravaActivity,
  findStravaSummary,
  rowOfSummary,
  writeStravaActivity,
} from './strava-activity-table.ts';
import { wantJob } from './strava-job-table.ts';
import { findStravaRecord } from './strava-records.ts';

/** Call inside a transaction. */
export function correctOnStrava(
  sql: SqlStorage,
  stravaId: string,
  change: (before: Corrections) => CorrectionChange,
  nowS: number,
): Result<Corrections, CorrectionError> {
  const before = findStravaRecord(sql, stravaId)?.corrections;
  const summary = findStravaSummary(sql, stravaId);
  if (before === undefined || summary === null) return err('unknown');
  const after = changed(before, change(before));
  writeSaidOfStrava(sql, stravaId, before, after);
  if (isAnalysedAgain(before, after)) analyseAgain(sql, summary, { before, after }, nowS);
  return ok(after);
}

function analyseAgain(
  sql: SqlStorage,
  summary: StravaSummary,
  { before, after }: Record<'before' | 'after', Corrections>,
  nowS: number,
): void {
  const { id } = summary;
  const row = rowOfSummary(sql, id);
  if (row === null) return;
  const course = courseOfStravaActivity(sql, id);
  const totals = analyseStrava(summary, null, after);
  if (course !== null && before.distanceM === after.distanceM && isSame(course.analysed, totals)) {
    const { sport, subSport } = totals;
    writeStravaActivity(sql, {
      ...row,
      summary,
      ...course,
      analysed: { ...course.analysed, sport, subSport },
    });
    return;
  }
  const wasRun = analyseStrava(summary, null, before).exposure !== null;
  const hasCourse = !summary.isManual && (row.streams !== 'absent' || !wasRun);
  const isToFetch = hasCourse && totals.exposure !== null;
  writeStravaActivity(sql, {
    ...row,
    summary,
    analysed: { ...totals, recorded: course?.analysed.recorded ?? totals.recorded },
    streams: isToFetch ? 'to-fetch' : 'absent',
    courseExpiresAtS: null,
  });
  if (isToFetch) wantJob(sql, { kind: 'streams', key: id, isPrompt: true }, nowS);
}

/** Its samples mean the same: of surfaces only one without a sky changes that. */
function isSame(known: AnalysedStrava, now: AnalysedStrava): boolean {
  const isIndoors = ({ subSport }: AnalysedStrava) => INDOOR_SUB_SPORTS.has(subSport ?? '');
  const isRun = ({ exposure }: AnalysedStrava) => exposure !== null;
  return (
    isRun(known) === isRun(now) &&
    isIndoors(known) === isIndoors(now) &&
    known.recorded.sport === now.recorded.sport
  );
}
