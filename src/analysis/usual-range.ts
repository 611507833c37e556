/** What the runner is used to in 7 days: from the 25th percentile to the largest of the last eight complete 7-day windows before the week judged. */
import type { LocalDate } from './local-date.ts';

export type UsualLevel = 'usual' | 'above' | 'well-above' | 'not-enough-data';

export interface UsualRange {
  low: number;
  /** The largest of the eight windows. */
  high: number;
  /** Last day of the window that set `high`. */
  highDate: LocalDate;
}
