/** Activities from many files, taken together as one runner's history. */
import { countedRuns } from '../analysis/counted-runs.ts';
import type { OtherSport } from '../analysis/diary.ts';
import {
  type AnalysisSettings,
  EMPTY_DIARY,
  type History,
  judgeHistory,
} from '../analysis/history.ts';
import type { HistoryRun } from '../analysis/judged-run.ts';
import { addDays, type LocalDate } from '../analysis/local-date.ts';
import { EARLIEST_DATE, FUTURE_DAYS } from '../analysis/policy.ts';
import type { RunExposure } from '../analysis/run-exposure.ts';
import type { WatchedActivity } from './watched-content.ts';
import { wornShoes } from './worn-shoes.ts';

/** An activity of a file; whatever else its owner knows of it stays with it. */
export interface ActivityOfFile {
  path: string;
  activity: WatchedActivity;
  /** What an export says beside its files: the shoe of a run. */
  about?: { gear: string | null };
}

export interface PlacedRun<Source extends ActivityOfFile> {
  /** In the history. */
  id: string;
  source: Source;
  exposure: RunExposure;
}

export interface JudgedActivities<Source extends ActivityOfFile> {
  placed: PlacedRun<Source>[];
  /** Ends with the last run that can be placed in time. */
  history: History;
}

const ID_DIGITS = 9;

/**
 * Those that are no runs are what else the runner did. `today` bounds the history: a run after it has a wrong clock. `null`: every date
 * is believed.
 */
export function judgedActivities<Source extends ActivityOfFile>(
  activities: readonly Source[],
  settings: AnalysisSettings,
  today: LocalDate | null,
): JudgedActivities<Source> {
  const runs = activities.flatMap((source) => {
    const { exposure } = source.activity;
    return exposure === null ? [] : [{ source, exposure }];
  });
  const placed = runs.map((run, index) => ({ ...run, id: String(index).padStart(ID_DIGITS, '0') }));
  const lastDate = lastDateOf(
    runs.map(({ source }) => source.activity.localDate),
    today,
  );
  const gearOf = new Map(placed.map(({ id, source }) => [id, source.about?.gear ?? null]));
  const bare = placed.map(historyRun);
  const shoes = wornShoes(countedRuns(bare, lastDate), (id) => gearOf.get(id) ?? null);
  const shod = bare.map((run) => ({ ...run, shoe: shoes.get(run.id) ?? null }));
  const history = judgeHistory(shod, settings, lastDate, {
    ...EMPTY_DIARY,
    otherSports: otherSports(activities),
  });
  return { placed, history };
}

function historyRun({ id, exposure, source }: PlacedRun<ActivityOfFile>): HistoryRun {
  const { localDate, startTimeS, subSport, recording } = source.activity;
  return { id, localDate, startTimeS, subSport, exposure, recording: { ...recording, id } };
}

function otherSports(activities: readonly ActivityOfFile[]): OtherSport[] {
  return activities
    .filter(({ activity }) => activity.exposure === null)
    .map(({ activity: { localDate, sport, timerS } }) => ({
      date: localDate,
      sport,
      durationS: timerS,
    }))
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

function lastDateOf(dates: readonly LocalDate[], today: LocalDate | null): LocalDate {
  const believed = dates.filter((date) => today === null || date <= addDays(today, FUTURE_DAYS));
  return believed.toSorted().at(-1) ?? today ?? (EARLIEST_DATE as LocalDate);
}
