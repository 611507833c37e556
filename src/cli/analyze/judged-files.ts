/** Files taken together as one runner's history, so that each run is judged by the ones before it. */
import { judgeHistory } from '../../analysis/history.ts';
import type { HistoryRun, JudgedRun } from '../../analysis/judged-run.ts';
import type { WatchedActivity, WatchFile } from './watch-file.ts';

const MONDAY = 1;

/** Finds the judgement of an activity; `null` for every sport but running. */
export type Judgement = (activity: WatchedActivity) => JudgedRun | null;

/** Judges all runs of `files`. An activity that was given twice counts once. */
export function judgedFiles(
  files: readonly WatchFile[],
  fastThresholdMps: number | null,
): Judgement {
  const runs = new Map<string, HistoryRun>();
  for (const { content } of files) {
    for (const activity of content.ok ? content.value.activities : []) {
      const { exposure, localDate, startTimeS, subSport } = activity;
      if (exposure === null) continue;
      const id = identityOf(activity);
      runs.set(id, { id, localDate, startTimeS, subSport, exposure });
    }
  }
  const lastDate = [...runs.values()]
    .map(({ localDate }) => localDate)
    .sort()
    .at(-1);
  if (lastDate === undefined) return () => null;
  const settings = { weekStart: MONDAY, fastThresholdMps } as const;
  const history = judgeHistory([...runs.values()], settings, lastDate);
  const judged = new Map(history.runs.map((run) => [run.id, run]));
  return (activity) => judged.get(identityOf(activity)) ?? null;
}

function identityOf({ sport, startTimeS, distanceM, timerS }: WatchedActivity): string {
  return [sport, startTimeS, distanceM, timerS].join(' ');
}
