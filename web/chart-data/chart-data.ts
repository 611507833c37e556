/**
 * What the dashboard's charts need of the history, small enough to travel inside the page: weeks of the last year, months
 * before that, the daily load line and the runs of the last year. Plain JSON, SI units; see `chart-data-from-view.ts`.
 */
import type { LocalDate } from '../../src/analysis/local-date.ts';
import type { SymptomStrip } from '../../src/analysis/symptom-strip.ts';
import type { Period, SessionPoint } from './period.ts';
import { type Range, WEEKS_SHOWN } from './range.ts';

/** Rolling 7-day load, one value a day from `firstDate`; `null` where it is unknown. */
export interface LoadDays {
  firstDate: LocalDate;
  load: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
  usualLow: (number | null)[];
  usualHigh: (number | null)[];
}

export interface ChartData {
  today: LocalDate;
  asOf: LocalDate;
  /** Oldest first, at most the last 53. */
  weeks: Period[];
  /** The whole history by month; `null` while a year holds it. */
  months: Period[] | null;
  /** `index`: 100 is the median week of the last year. `ae-km` until there is such a week. */
  loadScale: 'index' | 'ae-km';
  loadDays: LoadDays | null;
  /** Oldest first, the runs of `weeks`. */
  sessions: SessionPoint[];
  /** `null` where the diary has no word of the days of `weeks`. */
  symptoms: SymptomStrip | null;
  /** Beyond these multiples of the 30-day longest a run is flagged. */
  sessionRatios: { above: number; wellAbove: number };
}

/** The bars of a range, oldest first. */
export function periodsOf(data: ChartData, range: Range): readonly Period[] {
  if (range === 'all') return data.months ?? data.weeks;
  return data.weeks.slice(-WEEKS_SHOWN[range]);
}
