/** What is kept beside the runs of what comes from Strava: other sports, and what the runner deleted here. */
import type { ActivitySummary } from './activity-table.ts';
import { markDeletedHere, restoreHere } from './said-of-strava.ts';
import { listStrava } from './strava-records.ts';
import { stravaIdOf } from './strava-run-id.ts';
import { stravaTwinIdsOf } from './strava-twins.ts';

/** What is no run, there or in the runner's words; newest first. */
export const otherSportsOnStrava = (sql: SqlStorage): ActivitySummary[] =>
  listStrava(sql, 'live').filter(({ isRun, twinOf }) => !isRun && twinOf === null);

/** Newest first; a recording that was deleted together with the run it is of is not told of by itself. */
export const deletedOnStrava = (sql: SqlStorage): ActivitySummary[] =>
  listStrava(sql, 'deleted').filter(({ twinOf }) => twinOf === null);

/** Hides activities from Strava here, whatever comes of them from there. */
export function deleteHere(sql: SqlStorage, ids: readonly string[], deletedAtS: number): void {
  markDeletedHere(sql, stravaIds(ids), deletedAtS);
}

/** Restores with an activity the recordings of it. */
export function restoreOnStrava(sql: SqlStorage, id: string): void {
  restoreHere(sql, stravaIds([id, ...stravaTwinIdsOf(sql, id, 'deleted')]));
}

const stravaIds = (ids: readonly string[]): string[] =>
  ids.map(stravaIdOf).filter((id) => id !== null);
