/**
 * The demo runner's history as the build writes it and the Worker reads it: exposures that came through the real
 * importer, as JSON. Its days are moved by whole weeks, so that the demo is always fresh and always the same.
 */
import type { CheckIn, Diary } from '../analysis/diary.ts';
import { EMPTY_DIARY } from '../analysis/history.ts';
import type { HistoryRun } from '../analysis/judged-run.ts';
import {
  addDays,
  isoWeekday,
  type LocalDate,
  localDateAt,
  toEpochDay,
} from '../analysis/local-date.ts';
import type { AnalysedActivity } from './analysed-file.ts';
import { decodeExposure } from './exposure-codec.ts';

export interface DemoHistory {
  /** The day for which the history was made. */
  today: LocalDate;
  /** Oldest first. */
  runs: DemoRun[];
  /** Oldest first. */
  checkIns: CheckIn[];
}

export interface DemoRun {
  id: string;
  fileName: string;
  startTimeS: number;
  utcOffsetS: number;
  subSport: string | null;
  /** As `StoredExposure`, the cells in base64. */
  summary: string;
  cells: string;
}

const DAYS_PER_WEEK = 7;
const SECONDS_PER_DAY = 86_400;

export function demoRun(id: string, fileName: string, activity: AnalysedActivity): DemoRun {
  const { exposure, startTimeS, utcOffsetS, subSport } = activity;
  if (exposure === null || utcOffsetS === null) throw new Error(`${fileName} is not a dated run`);
  const cells = btoa(String.fromCharCode(...exposure.cells));
  return { id, fileName, startTimeS, utcOffsetS, subSport, summary: exposure.summary, cells };
}

/** The latest day, not after `today`, on the weekday for which the demo was made. */
export function demoToday(demo: DemoHistory, today: LocalDate): LocalDate {
  const daysSince = isoWeekday(toEpochDay(today)) - isoWeekday(toEpochDay(demo.today));
  return addDays(today, -((daysSince + DAYS_PER_WEEK) % DAYS_PER_WEEK));
}

/** The demo's check-ins as if it had been made for `today`. */
export function demoDiaryFor(demo: DemoHistory, today: LocalDate): Diary {
  const shiftDays = toEpochDay(today) - toEpochDay(demo.today);
  const checkIns = demo.checkIns.map((checkIn) => ({
    ...checkIn,
    date: addDays(checkIn.date, shiftDays),
  }));
  return { ...EMPTY_DIARY, checkIns };
}

/** The demo's runs as if it had been made for `today`. */
export function demoRunsFor(demo: DemoHistory, today: LocalDate): HistoryRun[] {
  const shiftDays = toEpochDay(today) - toEpochDay(demo.today);
  return demo.runs.map((run) => ({
    id: run.id,
    localDate: addDays(localDateAt(run.startTimeS, run.utcOffsetS), shiftDays),
    startTimeS: run.startTimeS + shiftDays * SECONDS_PER_DAY,
    subSport: run.subSport,
    exposure: decodeExposure({
      summary: run.summary,
      cells: Uint8Array.from(atob(run.cells), (char) => char.charCodeAt(0)),
    }),
  }));
}
