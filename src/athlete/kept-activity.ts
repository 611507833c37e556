/** An activity that has no run to show: another sport, kept as context, or whatever the runner deleted. */
import type { Warning } from '../analysis/activity.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import { type ActivityRecord, findActivity } from './activity-table.ts';
import type { Start } from './runner-clock.ts';

export interface KeptActivity {
  id: string;
  name: string | null;
  sport: string;
  /** Not while it is another sport. */
  isRun: boolean;
  isDeleted: boolean;
  localDate: LocalDate;
  startTimeS: number;
  /** Offset of the runner's clock from UTC. */
  utcOffsetS: number;
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
  fileName: string | null;
  warnings: readonly Warning[];
}

/** Of a recording that was deleted with the run it is of: that run. `null` when nothing of that id is here. */
export function keptActivity(
  sql: SqlStorage,
  id: string,
  utcOffsetAt: (start: Start) => number,
): KeptActivity | null {
  const asked = findActivity(sql, id);
  const run = asked?.isDeleted && asked.twinOf !== null ? findActivity(sql, asked.twinOf) : null;
  const record = run?.isDeleted ? run : asked;
  return record === null || record.isUndone ? null : keptOf(record, utcOffsetAt(record));
}

function keptOf(record: ActivityRecord, utcOffsetS: number): KeptActivity {
  const { id, name, sport, isRun, isDeleted, localDate, startTimeS } = record;
  const { distanceM, timerS, elapsedS, fileName, warnings } = record;
  return {
    ...{ id, name, sport, isRun, isDeleted, localDate, startTimeS, utcOffsetS },
    ...{ distanceM, timerS, elapsedS, fileName, warnings },
  };
}
