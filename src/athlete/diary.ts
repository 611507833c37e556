/** The athlete's diary as the analysis takes it: check-ins, ticked boxes, other sports, what is known of the tendon. */
import type { CheckIn, Diary, OtherSport } from '../analysis/diary.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import { IS_LIVE, type Row } from './activity-table.ts';
import { readCheckIns } from './check-in-table.ts';
import { readReturnCriteria } from './return-criteria.ts';
import type { Settings } from './settings.ts';
import { readStravaSports } from './strava-runs.ts';
import { readWarningSigns } from './warning-sign-table.ts';

const SECONDS_PER_MINUTE = 60;

/** `withStrava`: other sports from Strava too. */
export function readDiary(sql: SqlStorage, settings: Settings, withStrava: boolean): Diary {
  const checkIns = readCheckIns(sql);
  return {
    checkIns,
    signs: readWarningSigns(sql),
    otherSports: [
      ...recordedSports(sql),
      ...(withStrava ? readStravaSports(sql) : []),
      ...checkIns.flatMap(saidSport),
    ].sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date))),
    profile: {
      lastTroubleDate: settings.lastTroubleDate,
      spot: settings.troubleSpot,
      painCeiling: settings.painCeiling,
      isReturning: settings.isReturning,
      criteriaMet: readReturnCriteria(sql),
    },
  };
}

/** What was imported and is no run: kept as context. */
function recordedSports(sql: SqlStorage): OtherSport[] {
  const rows = sql.exec<Row<{ local_date: string; sport: string; timer_s: number | null }>>(
    `SELECT local_date, sport, timer_s FROM activities
     WHERE sport <> 'running' AND ${IS_LIVE} AND twin_of IS NULL ORDER BY local_date`,
  );
  return Array.from(rows, (row) => ({
    date: row.local_date as LocalDate,
    sport: row.sport,
    durationS: row.timer_s,
  }));
}

/** The sport of a check-in. */
export function saidSport({ date, otherSport }: CheckIn): OtherSport[] {
  if (otherSport === null) return [];
  const { sport, durationMin } = otherSport;
  const durationS = durationMin === null ? null : durationMin * SECONDS_PER_MINUTE;
  return [{ date, sport, durationS }];
}
