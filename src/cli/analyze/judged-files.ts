/** Files taken together as one runner's history, so that each run is judged by the ones before it. */
import type { JudgedRun } from '../../analysis/judged-run.ts';
import { judgedActivities } from '../judged-activities.ts';
import type { WatchedActivity } from '../watched-content.ts';
import type { WatchFile } from './watch-file.ts';

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
  const activities = files.flatMap(({ path, content }) =>
    content.ok ? content.value.activities.map((activity) => ({ path, activity })) : [],
  );
  const settings = { weekStart: MONDAY, fastThresholdMps } as const;
  const { placed, history } = judgedActivities(activities, settings, null);
  const judged = new Map(history.runs.map((run) => [run.id, run]));
  const twins = new Map(history.leftOut.map(({ id, countedId }) => [id, countedId]));
  const paths = new Map(placed.map(({ id, source }) => [id, source.path]));
  const judgements = new Map(
    placed.map(({ source, id }): [WatchedActivity, Judgement] => {
      const twin = twins.get(id) ?? null;
      const run = judged.get(twin ?? id) ?? null;
      return [
        source.activity,
        { run, countedIn: twin === null ? null : (paths.get(twin) ?? null) },
      ];
    }),
  );
  return (activity) => judgements.get(activity) ?? NOT_JUDGED;
}
