/** The Achilles load of the seven days that end on one day, with the range of the model. */
import type { DailyLoad } from './daily-load.ts';
import { WEEK_DAYS } from './policy.ts';
import type { RollingWeek } from './rolling-week.ts';

export interface SevenDayLoad {
  loadAeKm: number;
  lowAeKm: number;
  highAeKm: number;
}

/** What is known of the days; `null` when runs were made and none of them has a load. Without a run it is 0. */
export function sevenDayLoad(
  days: DailyLoad,
  rolling: RollingWeek,
  dayIndex: number,
): SevenDayLoad | null {
  const loadAeKm = rolling.sums.loadAeKm[dayIndex] as number;
  let [lowAeKm, highAeKm, isUnknown] = [0, 0, false];
  for (let day = Math.max(0, dayIndex - WEEK_DAYS + 1); day <= dayIndex; day += 1) {
    lowAeKm += days.lowLoadAeKm[day] as number;
    highAeKm += days.highLoadAeKm[day] as number;
    if (Number.isNaN(days.columns.loadAeKm[day])) isUnknown = true;
  }
  return loadAeKm === 0 && isUnknown ? null : { loadAeKm, lowAeKm, highAeKm };
}
