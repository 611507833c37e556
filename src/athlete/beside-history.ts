/** What the list of runs tells beside their history: names, and the runs that count nowhere, so that none is out of reach. */
import type { History } from '../analysis/history.ts';
import {
  type ActivitySummary,
  findActivity,
  listLeftOut,
  namesOfActivities,
} from './activity-table.ts';
import type { BesideHistory, RunListItem } from './run-list.ts';
import { namesOnStrava } from './strava-runs.ts';

export function besideHistory(
  sql: SqlStorage,
  { leftOut }: Pick<History, 'leftOut'>,
): BesideHistory {
  const wrongClock = leftOut
    .filter(({ reason }) => reason === 'wrong-clock')
    .map(({ id }) => findActivity(sql, id))
    .filter((run) => run !== null);
  return {
    names: new Map([...namesOnStrava(sql), ...namesOfActivities(sql)]),
    leftOut: [
      ...listLeftOut(sql).map((run) => listItem(run, 'excluded')),
      ...wrongClock.map((run) => listItem(run, 'wrong-clock')),
    ],
  };
}

/** Its totals alone: what it would have added is in no number of the list. */
function listItem(run: ActivitySummary, leftOut: RunListItem['leftOut']): RunListItem {
  const { id, name, localDate, subSport, distanceM, timerS } = run;
  return {
    id,
    name,
    localDate,
    subSport,
    distanceM,
    timerS,
    ascentM: null,
    fastM: null,
    loadAeKm: null,
    level: null,
    leftOut,
  };
}
