/** What the list of runs tells beside their history: names, and the runs that the runner left out. */
import { type ActivitySummary, listLeftOut, namesOfActivities } from './activity-table.ts';
import type { BesideHistory, RunListItem } from './run-list.ts';

export function besideHistory(sql: SqlStorage): BesideHistory {
  return { names: namesOfActivities(sql), leftOut: listLeftOut(sql).map(listItem) };
}

/** Its totals alone: what it would have added is in no number of the list. */
function listItem(run: ActivitySummary): RunListItem {
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
    leftOut: 'excluded',
  };
}
