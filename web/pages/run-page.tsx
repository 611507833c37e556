/** One run: its hardest segment, load by segment, pace, grade and cadence on one cursor, totals and warnings. */
import type { Warning } from '../../src/analysis/activity.ts';
import { type Flag, isOfOneRun } from '../../src/analysis/flags/flag.ts';
import type { SpeedExposure } from '../../src/analysis/judged-run.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import type { RunExposure } from '../../src/analysis/run-exposure.ts';
import type { RunSeries } from '../../src/analysis/run-series.ts';
import type { HeaviestStretch, RunSegment } from '../../src/analysis/segment-load.ts';
import { formatRunDistance, formatTimeOfDay, formatWeekdayDayYear } from '../format.ts';
import { CORRECT } from '../words/en/correct.ts';
import { DASHBOARD } from '../words/en/dashboard.ts';
import { describeFlag, LEVEL_WORDS, shownLevel } from '../words/en/flags.ts';
import { listed, risenNames } from '../words/en/levels.ts';
import { hardestSentence, RUN, runTotals } from '../words/en/run.ts';
import { DeleteSection } from './delete-section.tsx';
import { BackIcon } from './icons.tsx';
import { Layout } from './layout.tsx';
import { LevelMark } from './level-mark.tsx';
import type { PageContext } from './page-context.ts';
import { type RunAbout, RunAboutSections } from './run-about.tsx';
import { RunCourseSection } from './run-course-section.tsx';
import { RunNotes } from './run-notes.tsx';
import { StepLink } from './step-link.tsx';
import { type StravaSource, ViewOnStrava } from './strava-marks.tsx';
import { TotalsList } from './totals-list.tsx';

/** One run with what only its samples and the history around it can tell. */
export interface RunDetailView {
  id: string;
  localDate: LocalDate;
  startTimeS: number;
  /** Offset of the runner's clock from UTC, as used to find `localDate`. */
  utcOffsetS: number;
  subSport: string | null;
  fileName: string | null;
  /** About the file, and about the run in it. */
  warnings: readonly Warning[];
  exposure: Omit<RunExposure, 'cells'>;
  speed: SpeedExposure | null;
  fastDownhillS: number | null;
  /** Flags this run took part in, not hidden or hidden alike. */
  flags: readonly Flag[];
  /** Kept, but in no number: it cannot be placed among the other runs. */
  isClockWrong?: boolean;
  /** Ids of the run before and after in time. */
  previousId: string | null;
  nextId: string | null;
  /** What only the file itself tells; `null` (or absent) when its bytes cannot be read again: totals are shown alone. */
  course?: RunCourse | null;
  /** Name, corrections and other recordings; `null` (or absent) where nothing can be corrected: the demo. */
  about?: RunAbout | null;
  /** Where it is on Strava; `null` (or absent) for a run that is here from a file alone. */
  strava?: StravaSource | null;
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

export function RunPage({ context, view }: RunPageProps) {
  const { exposure, course = null, about = null } = view;
  const title = runTitle(view, context);
  return (
    <Layout context={context} title={title}>
      <RunHead context={context} view={view} title={title} />
      {view.isClockWrong && <p class="notice">{RUN.clockWrong(yearOf(view.localDate))}</p>}
      {view.flags.length > 0 && <RunFlags context={context} view={view} />}
      <TotalsList
        totals={runTotals(exposure, view.speed, context.units, {
          source: about?.source ?? 'file',
          isLeftOut: about?.leftOut != null || view.isClockWrong === true,
        })}
        note={exposure.load === null ? null : RUN.modelRange}
      />
      {course !== null && <RunCourseSection context={context} course={course} />}
      {isOfCourseNotKept(view) && <p class="run-no-course muted">{RUN.courseNotKept}</p>}
      <RunNotes warnings={view.warnings} fileName={view.fileName} isReadOnly={about === null} />
      {about !== null && (
        <>
          <RunAboutSections context={context} runId={view.id} about={about} exposure={exposure} />
          <DeleteSection
            id={view.id}
            isRun
            source={about.source}
            otherRecordings={about.twins.length}
          />
        </>
      )}
    </Layout>
  );
}

/** Streams of Strava are analysed and dropped. */
const isOfCourseNotKept = ({ about, exposure }: RunDetailView): boolean =>
  about?.source === 'strava' && exposure.loadOrigin === 'samples';

const yearOf = (date: LocalDate): string => date.slice(0, 4);

const runTitle = ({ exposure, localDate }: RunDetailView, { units }: PageContext): string =>
  exposure.distanceM === null
    ? formatWeekdayDayYear(localDate)
    : `${formatRunDistance(exposure.distanceM, units)}, ${formatWeekdayDayYear(localDate)}`;

/** As the runner calls it, here before on Strava. */
const runName = ({ about, strava }: RunDetailView): string | null =>
  about?.name ?? strava?.name ?? null;

function RunHead({ context, view, title }: RunPageProps & { title: string }) {
  const { basePath } = context;
  const { course, previousId, nextId } = view;
  const hrefOf = (id: string | null) => (id === null ? undefined : `${basePath}/runs/${id}`);
  return (
    <div class="page-head run-head">
      <nav class="run-nav" aria-label={RUN.back}>
        <a class="run-back" href={`${basePath}/runs`}>
          <BackIcon />
          {RUN.back}
        </a>
        {(previousId ?? nextId) !== null && (
          <>
            <StepLink href={hrefOf(previousId)} label={RUN.previous} step={-1} />
            <StepLink href={hrefOf(nextId)} label={RUN.next} step={1} />
          </>
        )}
      </nav>
      <h1>{title}</h1>
      <p>
        {RUN.started(formatTimeOfDay(view.startTimeS, view.utcOffsetS))}
        {view.subSport === 'treadmill' && ` · ${RUN.treadmill}`}
        {runName(view) !== null && ` · ${runName(view)}`}
      </p>
      {view.strava != null && <ViewOnStrava source={view.strava} />}
      {view.about?.leftOut != null && <p class="notice">{CORRECT.leftOut[view.about.leftOut]}</p>}
      {course != null && (
        <p class="hardest">{hardestSentence(course.segments, course.heaviest, context.units)}</p>
      )}
    </div>
  );
}

/** What this run raised; that it was part of a high week, or of several changes, is one sentence. */
function RunFlags({ context, view }: RunPageProps) {
  const own = view.flags.filter((flag) => isOfOneRun(flag) || isRaisedBy(flag, view.id));
  const others = view.flags.filter((flag) => !own.includes(flag));
  const risen = risenNames(others.map(({ quantity }) => quantity));
  return (
    <>
      {own.length > 0 && <OwnFlags context={context} flags={own} />}
      {risen.length > 0 && <p class="notice run-week">{RUN.week(listed(risen))}</p>}
    </>
  );
}

/** A flag of several runs is raised by the last of them. */
const isRaisedBy = ({ rule, runs }: Flag, runId: string): boolean =>
  rule !== 'week-above-usual' && rule !== 'stacked-increases' && runs.at(-1) === runId;

function OwnFlags({ context, flags }: { context: PageContext; flags: readonly Flag[] }) {
  return (
    <ul class="flag-list run-flags" aria-label={DASHBOARD.flags}>
      {flags.map((flag) => {
        const { title, because } = describeFlag(flag, context.units);
        const level = shownLevel(flag);
        return (
          <li class="card flag" data-level={level}>
            <LevelMark level={level} word={LEVEL_WORDS[level]} />
            <h2>{title}</h2>
            <p class="because">{because}</p>
          </li>
        );
      })}
    </ul>
  );
}
