/** How far back the charts look. */
import { RECENT_WEEKS, SHOWN_WEEKS } from '../../src/analysis/policy.ts';

export const RANGES = ['12w', '6m', '1y', 'all'] as const;
export type Range = (typeof RANGES)[number];

/** Weeks shown; beyond a year the bars are months. */
export const WEEKS_SHOWN: Record<Exclude<Range, 'all'>, number> = {
  '12w': RECENT_WEEKS,
  '6m': 26,
  '1y': SHOWN_WEEKS,
};

/** The range of `?range=`, or the shortest. */
export const parseRange = (text: string | null | undefined): Range =>
  RANGES.find((range) => range === text) ?? '12w';
