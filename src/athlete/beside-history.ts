/** What the list of runs tells beside their history: names, and the runs that count nowhere, so that none is out of reach. */
import type { History } from '../analysis/history.ts';
import { findRecord } from './activity-record.ts';
import { type ActivitySummary, listLeftOut, namesOfActivities } from './activity-table.ts';
import type { BesideHistory, RunListItem } from './run-list.ts';
import { readClimbAndLoad } from './run-table.ts';
import { listStrava, namesOnStrava } from './strava-records.ts';
import { stravaTwins } from './strava-twins.ts';

/** `withStrava`: runs from Strava count; else each of them is left out. */
export function besideHistory(
  sql: SqlStorage,
  { leftOut }: Pick<History, 'leftOut'>,
  withStrava: boolean,
): BesideHistory {
  const wrongClock = leftOut
    .filter(({ reason }) => reason === 'wrong-clock')
    .map(({ id }) => findRecord(sql, id))
    .filter((run) => run !== null);
  return {
    names: new Map([...namesFromStrava(sql), ...namesOfActivities(sql)]),
    leftOut: [
      ...listLeftOut(sql).map((run) => listItem(sql, run, 'excluded')),
      ...leftOutOnStrava(sql, withStrava),
      ...wrongClock.map((run) => listItem(sql, run, 'wrong-clock')),
    ],
  };
}

/** Of runs on Strava, and of those of files that are there, too. */
function namesFromStrava(sql: SqlStorage): Map<string, string> {
  const names = namesOnStrava(sql);
  for (const [id, keptId] of stravaTwins(sql)) {
    const name = names.get(id);
    if (name !== undefined) names.set(keptId, name);
  }
  return names;
}

function leftOutOnStrava(sql: SqlStorage, withStrava: boolean): RunListItem[] {
  return listStrava(sql, 'live')
    .filter(({ isRun, twinOf }) => isRun && twinOf === null)
    .filter(({ isExcluded }) => isExcluded || !withStrava)
    .map((run) => listItem(sql, run, run.isExcluded ? 'excluded' : 'not-analysed'));
}

/** What is known of it alone: what was fast is told of runs that count. */
function listItem(
  sql: SqlStorage,
  run: ActivitySummary,
  leftOut: RunListItem['leftOut'],
): RunListItem {
  const { id, name, localDate, subSport, distanceM, timerS } = run;
  return {
    id,
    name,
    localDate,
    subSport,
    distanceM,
    timerS,
    ...readClimbAndLoad(sql, id),
    fastM: null,
    level: null,
    leftOut,
  };
}
