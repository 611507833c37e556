/** The lists beside the runs, a year at a time: other sports, and what the runner deleted. */
import type { LocalDate } from '../analysis/local-date.ts';
import type { ActivitySummary } from './activity-table.ts';
import { readCheckIns } from './check-in-table.ts';
import { saidSport } from './diary.ts';
import { listDeleted, listOtherSports } from './kept-table.ts';

export const KEPT_LISTS = ['other-sports', 'deleted'] as const;
export type KeptList = (typeof KEPT_LISTS)[number];

export interface KeptListItem {
  /** `null`: no file tells of it, the check-in of its day does. */
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

export function keptActivities(
  sql: SqlStorage,
  list: KeptList,
  askedYear: number | null,
): KeptYear {
  const all = list === 'deleted' ? listDeleted(sql).map(listItem) : otherSports(sql);
  const years = [...new Set(all.map(yearOf))].sort((a, b) => b - a);
  const year = years.find((candidate) => candidate === askedYear) ?? years[0] ?? null;
  return {
    activities: all.filter((activity) => yearOf(activity) === year),
    year,
    years,
  };
}

/** Of files and of check-ins. */
function otherSports(sql: SqlStorage): KeptListItem[] {
  const said = readCheckIns(sql)
    .flatMap(saidSport)
    .map(({ date, sport, durationS }) => ({
      ...{ id: null, name: null, isRun: false, distanceM: null },
      ...{ sport, localDate: date, timerS: durationS },
    }));
  return [...listOtherSports(sql).map(listItem), ...said].sort((one, other) =>
    other.localDate.localeCompare(one.localDate),
  );
}

function listItem(activity: ActivitySummary): KeptListItem {
  const { id, name, sport, isRun, localDate, distanceM, timerS } = activity;
  return { id, name, sport, isRun, localDate, distanceM, timerS };
}

const yearOf = ({ localDate }: { localDate: LocalDate }): number => Number(localDate.slice(0, 4));
