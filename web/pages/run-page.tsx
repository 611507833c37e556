/** One run: its hardest segment, load by segment, pace, grade and cadence on one cursor, totals and warnings. */
import type { Flag } from '../../src/analysis/flags/flag.ts';
import type { SpeedExposure } from '../../src/analysis/judged-run.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import type { RunExposure } from '../../src/analysis/run-exposure.ts';
import type { RunSeries } from '../../src/analysis/run-series.ts';
import type { HeaviestStretch, RunSegment } from '../../src/analysis/segment-load.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

/** One run with what only its samples and the history around it can tell. */
export interface RunDetailView {
  id: string;
  localDate: LocalDate;
  startTimeS: number;
  /** Offset of the runner's clock from UTC, as used to find `localDate`. */
  utcOffsetS: number;
  subSport: string | null;
  fileName: string | null;
  exposure: Omit<RunExposure, 'cells'>;
  speed: SpeedExposure | null;
  fastDownhillS: number | null;
  /** Flags this run took part in, not hidden or hidden alike. */
  flags: readonly Flag[];
  /** Ids of the run before and after in time. */
  previousId: string | null;
  nextId: string | null;
  /** What only the file itself tells; `null` (or absent) when its bytes cannot be read again: totals are shown alone. */
  course?: RunCourse | null;
}

/** A run from start to end, read again from its file: see `segmentLoad`, `heaviestStretch` and `runSeries`. */
export interface RunCourse {
  /** Of `segmentLengthM(units)` of web/format.ts each, so that a segment is a kilometre or a mile. */
  segments: readonly RunSegment[];
  heaviest: HeaviestStretch | null;
  /** `runSeries(activity, RUN_CHART_POINTS)`. */
  series: RunSeries | null;
}

/** As many points as a phone has pixels across. */
export const RUN_CHART_POINTS = 400;

export interface RunPageProps {
  context: PageContext;
  view: RunDetailView;
}

export function RunPage({ context }: RunPageProps) {
  return (
    <Layout context={context} title="Run">
      <h1>Run</h1>
    </Layout>
  );
}
