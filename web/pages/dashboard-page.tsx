/** The week against what the runner is used to: one status sentence, flags, linked charts. */
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

export const RANGES = ['12w', '6m', '1y', 'all'] as const;
export type Range = (typeof RANGES)[number];

/** The range of `?range=`, or the shortest. */
export const parseRange = (text: string | undefined): Range =>
  RANGES.find((range) => range === text) ?? '12w';

export interface DashboardPageProps {
  context: PageContext;
  view: DashboardView;
  /** From `?range=`. */
  range: Range;
  /** From `?week=YYYY-MM-DD`, any day of the week to look at; `null` is the latest. */
  week: LocalDate | null;
}

export function DashboardPage({ context }: DashboardPageProps) {
  return (
    <Layout context={context} title="Week">
      <h1>Week</h1>
    </Layout>
  );
}
