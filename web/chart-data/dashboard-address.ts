/** Where the dashboard is found again as it is shown: how far back, which week, as of which day. */
import type { LocalDate } from '../../src/analysis/local-date.ts';
import type { Range } from './range.ts';

export interface ShownPart {
  range: Range;
  /** A day of the week to look at; `null` is the latest. */
  week: LocalDate | null;
  /** The past day looked back at; `null` is today. */
  on: LocalDate | null;
}

/** `path` is that of the dashboard; leads to its charts. */
export function dashboardAddress(path: string, { range, week, on }: ShownPart): string {
  const query = new URLSearchParams({ range });
  if (week !== null) query.set('week', week);
  if (on !== null) query.set('on', on);
  return `${path}?${query}#charts`;
}
