/** A runner's whole history as plain data: runs, days, weeks and flags. SI units, `null` for whatever is unknown. */
import type { Units } from '../../../web/format.ts';
import { describeFlag, type FlagWords, levelReasons } from '../../../web/words/en/flags.ts';
import { MODEL_VERSION } from '../../analysis/achilles-model.ts';
import { DAILY_QUANTITIES, type DailyLoad, type DailyQuantity } from '../../analysis/daily-load.ts';
import type { Flag } from '../../analysis/flags/flag.ts';
import type { History } from '../../analysis/history.ts';
import type { JudgedRun } from '../../analysis/judged-run.ts';
import type { LocalDate } from '../../analysis/local-date.ts';
import type { WeekLoad } from '../../analysis/weekly-load.ts';
import type { JudgedActivities } from '../judged-activities.ts';
import type { FailedFile, FileCounts, Gathered, GatheredActivity } from './gathered-runs.ts';

export interface HistoryReport {
  modelVersion: string;
  /** What counts, oldest first. */
  runs: ReportedRun[];
  /** Every day from the first run to the last. */
  days: ReportedDay[];
  /** Calendar weeks, oldest first. */
  weeks: WeekLoad[];
  /** Oldest first. */
  flags: ReportedFlag[];
  /** Runs that count nowhere, and what may be runs but does not move like one. */
  leftOut: ReportedLeftOut[];
  failed: FailedFile[];
  files: FileCounts;
  /** Typed in by hand on Strava: its export has no file of them. */
  withoutFile: number;
}

export interface ReportedRun {
  id: string;
  file: string;
  title: string | null;
  gear: string | null;
  startTime: string;
  localDate: LocalDate;
  subSport: string | null;
  distanceM: number | null;
  timerS: number | null;
  ascentM: number | null;
  uphillM: number | null;
  fastM: number | null;
  loadAeKm: number | null;
}

/** Rest days are 0; `null`: a run of the day lacks the quantity. */
export type ReportedDay = { date: LocalDate; runCount: number } & Record<
  DailyQuantity,
  number | null
> & { lowLoadAeKm: number; highLoadAeKm: number };

/** `evidence` are the grades, `evidenceWords` say them. */
export type ReportedFlag = Flag &
  Omit<FlagWords, 'evidence'> & { evidenceWords: string; reasons: string[] };

export interface ReportedLeftOut {
  file: string;
  startTime: string;
  reason: 'wrong-clock' | 'twin' | 'suspect-sport';
  /** The file whose run counts in its place. */
  countedIn: string | null;
}

/** Of everything `gathered`, judged; sentences in `units`. */
export function historyReport(
  gathered: Gathered,
  { placed, history }: JudgedActivities<GatheredActivity>,
  units: Units,
): HistoryReport {
  const sources = new Map(placed.map(({ id, source }) => [id, source]));
  const sourceOf = (id: string) => sources.get(id) as GatheredActivity;
  return {
    modelVersion: MODEL_VERSION,
    runs: history.runs.map((run) => reportedRun(run, sourceOf(run.id))),
    days: reportedDays(history.days),
    weeks: history.weeks,
    flags: history.flags.map((flag) => reportedFlag(flag, units)),
    leftOut: [...reportedLeftOut(history, sourceOf), ...doubted(gathered)],
    failed: gathered.failed.map(({ path, kind, message }) => ({ path, kind, message })),
    files: gathered.files,
    withoutFile: gathered.withoutFile,
  };
}

function reportedRun(run: JudgedRun, { path, about }: GatheredActivity): ReportedRun {
  const { exposure, speed } = run;
  return {
    id: run.id,
    file: path,
    title: about.title,
    gear: about.gear,
    startTime: isoTime(run.startTimeS),
    localDate: run.localDate,
    subSport: run.subSport,
    distanceM: exposure.distanceM,
    timerS: exposure.timerS,
    ascentM: exposure.ascentM,
    uphillM: exposure.hills?.uphillM ?? null,
    fastM: speed?.fastM ?? null,
    loadAeKm: exposure.load?.loadAeKm ?? null,
  };
}

function reportedDays({ count, dates, runCount, columns, ...range }: DailyLoad): ReportedDay[] {
  return Array.from({ length: count }, (_, day) => {
    const quantities = {} as Record<DailyQuantity, number | null>;
    for (const quantity of DAILY_QUANTITIES) quantities[quantity] = known(columns[quantity], day);
    return {
      date: dates[day] as LocalDate,
      runCount: runCount[day] as number,
      ...quantities,
      lowLoadAeKm: range.lowLoadAeKm[day] as number,
      highLoadAeKm: range.highLoadAeKm[day] as number,
    };
  });
}

function known(column: Float64Array, day: number): number | null {
  const value = column[day] as number;
  return Number.isNaN(value) ? null : value;
}

function reportedFlag(flag: Flag, units: Units): ReportedFlag {
  const { title, because, advice, evidence } = describeFlag(flag, units);
  return {
    ...flag,
    title: plain(title),
    because: plain(because),
    advice: plain(advice),
    evidenceWords: plain(evidence),
    reasons: levelReasons(flag).map(plain),
  };
}

/** Nobody searches for a space that does not break. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

function reportedLeftOut(
  { leftOut }: History,
  sourceOf: (id: string) => GatheredActivity,
): ReportedLeftOut[] {
  return leftOut.map(({ id, reason, countedId }) => {
    const { path, activity } = sourceOf(id);
    const countedIn = countedId === null ? null : sourceOf(countedId).path;
    return { file: path, startTime: isoTime(activity.startTimeS), reason, countedIn };
  });
}

function doubted({ activities }: Gathered): ReportedLeftOut[] {
  return activities
    .filter(({ isDoubted }) => isDoubted)
    .map(({ path, activity }) => ({
      file: path,
      startTime: isoTime(activity.startTimeS),
      reason: 'suspect-sport',
      countedIn: null,
    }));
}

const isoTime = (unixTimeS: number): string => new Date(unixTimeS * 1000).toISOString();
