/** Every run, newest first, by month. One year at a time; works without JavaScript. */
import type { FlagLevel } from '../../src/analysis/flags/flag.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

/** One run as a row of the list. */
export interface RunListItem {
  id: string;
  localDate: LocalDate;
  subSport: string | null;
  distanceM: number | null;
  timerS: number | null;
  ascentM: number | null;
  fastM: number | null;
  loadAeKm: number | null;
  /** The highest level this run raised; `null` when it raised none. */
  level: FlagLevel | null;
}

export interface RunsPageProps {
  context: PageContext;
  /** The runs of `year`, newest first. */
  runs: readonly RunListItem[];
  /** The year shown; `null` when there is no run at all. */
  year: number | null;
  /** Years with a run, newest first; each is a link `?year=2026`. */
  years: readonly number[];
}

export function RunsPage({ context }: RunsPageProps) {
  return (
    <Layout context={context} title="Runs">
      <h1>Runs</h1>
    </Layout>
  );
}
