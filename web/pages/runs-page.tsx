/** Every run, newest first, by month. One year at a time; works without JavaScript. */
import type { FlagLevel } from '../../src/analysis/flags/flag.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import {
  climbNumber,
  distanceNumber,
  formatDuration,
  formatMonth,
  formatWeekdayDay,
  formatWeeklyDistance,
  loadNumber,
  paceNumber,
  RUN_DISTANCE_STEP,
} from '../format.ts';
import { CORRECT } from '../words/en/correct.ts';
import { LEVEL_WORDS } from '../words/en/flags.ts';
import { monthSummary, RUNS } from '../words/en/runs.ts';
import { STRAVA } from '../words/en/strava.ts';
import { Layout } from './layout.tsx';
import { LevelShape } from './level-mark.tsx';
import type { PageContext } from './page-context.ts';
import { type ListsProps, RunsHead } from './runs-head.tsx';

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
  name?: string | null;
  /** Why it is in no running number. */
  leftOut?: keyof typeof CORRECT.leftOutShort | null;
}

export interface RunsPageProps extends ListsProps {
  /** The runs of `year`, newest first. */
  runs: readonly RunListItem[];
}

export function RunsPage({ runs, ...lists }: RunsPageProps) {
  const { context } = lists;
  const months = [...Map.groupBy(runs, ({ localDate }) => localDate.slice(0, 7)).values()];
  return (
    <Layout context={context} title={RUNS.title}>
      <RunsHead {...lists} list="runs" />
      {runs.length === 0 && <NoRuns />}
      {runs.some(({ leftOut }) => leftOut === 'not-analysed') && (
        <p class="list-lead">{STRAVA.notAnalysed}</p>
      )}
      {months.map((ofMonth) => (
        <MonthOfRuns context={context} runs={ofMonth} />
      ))}
    </Layout>
  );
}

function NoRuns() {
  return (
    <section class="card empty" aria-label={RUNS.empty}>
      <p>{RUNS.empty}</p>
      <p class="empty-actions">
        <a class="button primary" href="/add">
          {RUNS.add}
        </a>
        <a class="button" href="/demo">
          {RUNS.demo}
        </a>
      </p>
    </section>
  );
}

function MonthOfRuns({ context, runs }: { context: PageContext; runs: readonly RunListItem[] }) {
  const [first] = runs;
  if (first === undefined) return null;
  const name = formatMonth(first.localDate);
  const columns = RUNS.columns(context.units);
  const counted = runs.filter(({ leftOut = null }) => leftOut === null);
  const distanceM = counted.reduce((sum, run) => sum + (run.distanceM ?? 0), 0);
  return (
    <section class="card month" aria-label={name}>
      <div class="month-head">
        <h2>{name}</h2>
        <p class="muted">
          {monthSummary(counted.length, formatWeeklyDistance(distanceM, context.units))}
        </p>
      </div>
      <table class="runs">
        <thead>
          <tr>
            <th scope="col">{columns.day}</th>
            <th scope="col">{columns.distance}</th>
            <th scope="col">{columns.time}</th>
            <th scope="col" class="wide">
              {columns.pace}
            </th>
            <th scope="col" class="last-on-phones">
              {columns.climb}
            </th>
            <th scope="col" class="wide">
              {columns.fast}
            </th>
            <th scope="col" class="wide">
              {columns.load}
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow context={context} run={run} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RunRow({ context, run }: { context: PageContext; run: RunListItem }) {
  const { units, basePath } = context;
  const { distanceM, timerS } = run;
  const hasPace = distanceM !== null && timerS !== null && distanceM > 0 && timerS > 0;
  const about = [
    ...(run.subSport === 'treadmill' ? [RUNS.treadmill] : []),
    ...(run.leftOut != null ? [CORRECT.leftOutShort[run.leftOut]] : []),
    ...(run.name != null ? [run.name] : []),
  ];
  return (
    <tr>
      <th scope="row">
        <a href={`${basePath}/runs/${run.id}`}>{formatWeekdayDay(run.localDate)}</a>
        {run.level !== null && (
          <span class="level" data-level={run.level}>
            <LevelShape level={run.level} />
            <span class="visually-hidden">{LEVEL_WORDS[run.level]}</span>
          </span>
        )}
        {about.length > 0 && <span class="run-kind">{about.join(' · ')}</span>}
      </th>
      <td>{orUnknown(distanceM, (metres) => distanceNumber(metres, units, RUN_DISTANCE_STEP))}</td>
      <td>{orUnknown(timerS, formatDuration)}</td>
      <td class="wide">{hasPace ? paceNumber(distanceM / timerS, units) : RUNS.unknown}</td>
      <td class="last-on-phones">
        {orUnknown(run.ascentM, (metres) => climbNumber(metres, units))}
      </td>
      <td class="wide">
        {orUnknown(run.fastM, (metres) => distanceNumber(metres, units, RUN_DISTANCE_STEP))}
      </td>
      <td class="wide">{orUnknown(run.loadAeKm, loadNumber)}</td>
    </tr>
  );
}

const orUnknown = (value: number | null, format: (value: number) => string): string =>
  value === null ? RUNS.unknown : format(value);
