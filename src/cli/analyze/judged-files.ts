/** Files taken together as one runner's history, so that each run is judged by the ones before it. */
import { judgeHistory } from '../../analysis/history.ts';
import type { HistoryRun, JudgedRun } from '../../analysis/judged-run.ts';
import type { WatchedActivity, WatchFile } from './watch-file.ts';

const MONDAY = 1;

export interface Judgement {
  /** What only history can tell; `null` for other sports and for runs that cannot be placed in it. */
  run: JudgedRun | null;
  /** Path of the file that counts in this one's place: two recordings of one run must not double a week. */
  countedIn: string | null;
}

export type JudgementOf = (activity: WatchedActivity) => Judgement;

const NOT_JUDGED: Judgement = { run: null, countedIn: null };

/** Judges all runs of `files`. The history ends with the last of them. */
export function judgedFiles(
  files: readonly WatchFile[],
  fastThresholdMps: number | null,
): JudgementOf {
  const placed = files.flatMap(runsOf);
  const lastDate = placed
    .map(({ run }) => run.localDate)
    .sort()
    .at(-1);
  if (lastDate === undefined) return () => NOT_JUDGED;

  // Ids in the order of the arguments: of two equal recordings the first one given counts.
  const numbered = placed.map((each, index) => ({ ...each, id: String(index).padStart(9, '0') }));
  const { runs, leftOut } = judgeHistory(
    numbered.map(({ id, run }) => ({ ...run, id })),
    { weekStart: MONDAY, fastThresholdMps },
    lastDate,
  );
  const judged = new Map(runs.map((run) => [run.id, run]));
  const twins = new Map(leftOut.map(({ id, countedId }) => [id, countedId]));
  const paths = new Map(numbered.map(({ id, path }) => [id, path]));
  const judgements = new Map(
    numbered.map(({ activity, id }): [WatchedActivity, Judgement] => {
      const twin = twins.get(id) ?? null;
      const run = judged.get(twin ?? id) ?? null;
      return [activity, { run, countedIn: twin === null ? null : (paths.get(twin) ?? null) }];
    }),
  );
  return (activity) => judgements.get(activity) ?? NOT_JUDGED;
}

interface PlacedRun {
  path: string;
  activity: WatchedActivity;
  run: Omit<HistoryRun, 'id'>;
}

function runsOf({ path, content }: WatchFile): PlacedRun[] {
  const activities = content.ok ? content.value.activities : [];
  return activities.flatMap((activity) => {
    const { exposure, localDate, startTimeS, subSport } = activity;
    return exposure === null
      ? []
      : [{ path, activity, run: { exposure, localDate, startTimeS, subSport } }];
  });
}
