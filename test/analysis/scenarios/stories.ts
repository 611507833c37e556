/** What the everyday stories are told with: ten ordinary weeks, and evening runs as a watch records them. */
import { syntheticRun } from '../../../fixtures/synthetic-run.ts';
import type { Activity } from '../../../src/analysis/activity.ts';
import type { Diary } from '../../../src/analysis/diary.ts';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { addDays, localDateAt } from '../../../src/analysis/local-date.ts';
import { runExposure } from '../../../src/analysis/run-exposure.ts';
import { flagsOf, inWords } from '../flags/judged-flags.ts';
import { day, FIRST_DAY, recordedRun, type Stretch, weeks } from '../history-builder.ts';

/** From the fifth week: before it a story has no baseline, and its first long run is longer than any known. */
export const flagsIn = (runs: readonly HistoryRun[], diary?: Diary) =>
  inWords(flagsOf(runs, undefined, diary).filter(({ date }) => date >= day(28)));

/** Tuesday and Thursday 8 km, Sunday 14 km, with some climb. */
const HILLY_8_KM: Stretch[] = [{ metres: 7000 }, { metres: 1000, gradePercent: 6 }];
export const ordinaryWeek = (monday: number): HistoryRun[] => [
  recordedRun(day(monday + 1), HILLY_8_KM),
  recordedRun(day(monday + 3), HILLY_8_KM),
  recordedRun(day(monday + 6), [{ metres: 13_000 }, { metres: 1000, gradePercent: 6 }]),
];
export const tenWeeks = weeks(10, ordinaryWeek);

/** What the importer would hand over, through the analysis of single runs. */
export function analysed(activity: Activity, id: string): HistoryRun {
  const { startTimeS, subSport, utcOffsetS } = activity;
  return {
    id,
    localDate: localDateAt(startTimeS, utcOffsetS ?? 0),
    startTimeS,
    subSport,
    exposure: runExposure(activity),
  };
}

const startOn = (daysLater: number) =>
  Date.parse(`${addDays(FIRST_DAY, daysLater)}T17:00:00Z`) / 1000;

export const evening = (daysLater: number, heartRateBpm: number | null = 145) =>
  syntheticRun({
    startTimeS: startOn(daysLater),
    segments: [
      { durationS: 1500, speedMps: 2.8, heartRateBpm },
      { durationS: 120, speedMps: 3.8, heartRateBpm },
      { durationS: 600, speedMps: 2.8, heartRateBpm },
    ],
  });

/** Every other evening for two months. */
export const EVENINGS = Array.from({ length: 30 }, (_, n) => n * 2);
