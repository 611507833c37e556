/** The lists beside the runs, a year at a time: other sports, and what the runner deleted. */
import type { LocalDate } from '../analysis/local-date.ts';
import type { ActivitySummary } from './activity-table.ts';
import { readCheckIns } from './check-in-table.ts';
import { saidSport } from './diary.ts';
import { deletedOnStrava, otherSportsOnStrava } from './kept-strava.ts';
import { countKept, type KeptCounts, listDeleted, listOtherSports } from './kept-table.ts';

export const KEPT_LISTS = ['other-sports', 'deleted'] as const;
export type KeptList = (typeof KEPT_LISTS)[number];

export interface KeptListItem {
  /** `null`: only the check-in of its day tells of it. */
  id: string | null;
  name: string | null;
  sport: string;
  isRun: boolean;
  localDate: LocalDate;
  distanceM: number | null;
  timerS: number | null;
}

export interface KeptYear {
  /** Newest first. */
  activities: KeptListItem[];
  /** The year asked for when the list has any of it, else the newest; `null` when the list is empty. */
  year: number | null;
  /** Newest first. */
  years: number[];
}

/** How long the lists are. */
export function countLists(sql: SqlStorage): KeptCounts {
  const { otherSports, deleted } = countKept(sql);
  return {
    otherSports: otherSports + otherSportsOnStrava(sql).length,
    deleted: deleted + deletedOnStrava(sql).length,
  };
}

export function keptActivities(
  sql: SqlStorage,
  list: KeptList,
  askedYear: number | null,
): KeptYear {
  const all = list === 'deleted' ? deleted(sql) : otherSports(sql);
  const years = [...new Set(all.map(yearOf))].sort((a, b) => b - a);
  const year = years.find((candidate) => candidate === askedYear) ?? years[0] ?? null;
  return {
    activities: all.filter((activity) => yearOf(activity) === year),
    year,
    years,
  };
}

function deleted(sql: SqlStorage): KeptListItem[] {
  return [...listDeleted(sql), ...deletedOnStrava(sql)]
    .sort((one, other) => other.startTimeS - one.startTimeS)
    .map(listItem);
}

/** Of files, of Strava and of check-ins. */
function otherSports(sql: SqlStorage): KeptListItem[] {
  const said = readCheckIns(sql)
    .flatMap(saidSport)
    .map(({ date, sport, durationS }) => ({
      ...{ id: null, name: null, isRun: false, distanceM: null },
      ...{ sport, localDate: date, timerS: durationS },
    }));
  const recorded = [...listOtherSports(sql), ...otherSportsOnStrava(sql)]
    .sort((one, other) => other.startTimeS - one.startTimeS)
    .map(listItem);
  return [...recorded, ...said].sort((one, other) => other.localDate.localeCompare(one.localDate));
}

function listItem(activity: ActivitySummary): KeptListItem {
  const { id, name, sport, isRun, localDate, distanceM, timerS } = activity;
  return { id, name, sport, isRun, localDate, distanceM, timerS };
}

const yearOf = ({ localDate }: { localDate: LocalDate }): number => Number(localDate.slice(0, 4));
