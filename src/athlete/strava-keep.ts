/** What Strava tells of activities → rows, and what is to be asked next because of it. Call inside a transaction. */

import type { StravaStreams } from '../strava/stream-set.ts';
import type { StravaSummary } from '../strava/summary.ts';
import { courseKey, labelKey, syncPlan } from '../strava/sync-plan.ts';
import { analyseStrava } from './analyse-strava.ts';
import { startDate } from './runner-clock.ts';
import { correctionsOnStrava, saidRunsOnStrava } from './said-of-strava.ts';
import { readSettings } from './settings.ts';
import {
  courseOfStravaActivity,
  findStravaSummary,
  type KeptStrava,
  knownStravaActivities,
  renewStravaActivities,
  rowOfSummary,
  writeStravaActivity,
} from './strava-activity-table.ts';
import { wantGear } from './strava-gear.ts';
import { dropJob, wantJob } from './strava-job-table.ts';

export interface Keeping {
  nowS: number;
  /** How long a row may be kept. */
  cacheS: number;
  /** What follows need not leave calls to others. */
  isPrompt: boolean;
}

/** True when anything changed that a runner could see. */
export function keepSummaries(
  sql: SqlStorage,
  summaries: readonly StravaSummary[],
  { nowS, cacheS, isPrompt }: Keeping,
): boolean {
  const plan = syncPlan(
    { activities: summaries, saidRuns: saidRunsOnStrava(sql), fromS: Number.POSITIVE_INFINITY },
    knownStravaActivities(sql),
    nowS,
  );
  const wanted = new Set(plan.streams);
  const changed = new Set(plan.summaries);
  for (const summary of summaries) {
    if (!changed.has(summary.id)) continue;
    const needsCourse = keepSummary(sql, summary, wanted.has(summary.id), nowS, nowS + cacheS);
    if (needsCourse) wanted.add(summary.id);
  }
  renewStravaActivities(sql, plan.unchanged, nowS, nowS + cacheS);
  for (const key of wanted) wantJob(sql, { kind: 'streams', key, isPrompt }, nowS);
  wantGear(sql, summaries, nowS);
  return changed.size > 0;
}

/** True when its course has to be fetched for what has changed, though the course is the same. */
function keepSummary(
  sql: SqlStorage,
  summary: StravaSummary,
  isCourseWanted: boolean,
  nowS: number,
  expiresAtS: number,
): boolean {
  const before = courseOfStravaActivity(sql, summary.id);
  const known = findStravaSummary(sql, summary.id);
  const isSameCourse = known !== null && courseKey(known) === courseKey(summary);
  const isUnreadable = isSameCourse && rowOfSummary(sql, summary.id)?.streams === 'unreadable';
  const fresh: KeptStrava = {
    summary,
    analysed: analyseStrava(summary, null, correctionsOnStrava(sql, summary.id)),
    localDate: startDate(summary, readSettings(sql).timeZone),
    streams: isCourseWanted ? 'to-fetch' : isUnreadable ? 'unreadable' : 'absent',
    courseKey: courseKey(summary),
    labelKey: labelKey(summary),
    fetchedAtS: nowS,
    expiresAtS,
    courseExpiresAtS: null,
  };
  if (!isSameCourse || before === null) {
    writeStravaActivity(sql, fresh);
    // A walk by now, for one: what was still to be asked of the run says nothing of it.
    if (!isSameCourse && !isCourseWanted) dropJob(sql, { kind: 'streams', key: summary.id });
    return false;
  }
  // A course that is known holds until the same one comes again, with what the new summary says of it.
  const isSameSport = known.sportType === summary.sportType;
  const { sport, subSport } = isSameSport ? before.analysed : fresh.analysed;
  writeStravaActivity(sql, {
    ...fresh,
    analysed: { ...before.analysed, sport, subSport },
    streams: before.streams,
    courseExpiresAtS: before.courseExpiresAtS,
  });
  return known.ascentM !== summary.ascentM || !isSameSport;
}

/** `absent`: Strava has none. `unreadable`: it has, but not in a way that can be understood. */
export function keepStreams(
  sql: SqlStorage,
  id: string,
  answer: StravaStreams | 'absent' | 'unreadable',
  { nowS, cacheS }: Keeping,
): void {
  const streams = typeof answer === 'string' ? null : answer;
  const summary = findStravaSummary(sql, id);
  const row = rowOfSummary(sql, id);
  if (summary === null || row === null) return;
  writeStravaActivity(sql, {
    summary,
    analysed: analyseStrava(summary, streams, correctionsOnStrava(sql, id)),
    localDate: startDate(summary, readSettings(sql).timeZone),
    streams: typeof answer === 'string' ? answer : 'kept',
    courseKey: courseKey(summary),
    labelKey: labelKey(summary),
    // A course is an answer about the activity, too; that there is none may mean that it is deleted.
    fetchedAtS: streams === null ? row.fetchedAtS : nowS,
    expiresAtS: streams === null ? row.expiresAtS : nowS + cacheS,
    courseExpiresAtS: streams === null ? null : nowS + cacheS,
  });
}
