/** An activity that has no run to show: another sport, kept as context, or whatever the runner deleted. */
import { findRecord } from './activity-record.ts';
import type { ActivityRecord } from './activity-table.ts';
import type { RunOnStrava } from './runner.ts';
import type { Start } from './runner-clock.ts';
import { copyOnStrava } from './strava-records.ts';

export interface KeptActivity extends ActivityRecord {
  /** Offset of the runner's clock from UTC. */
  utcOffsetS: number;
  /** The same activity on Strava; `null` where none is known. */
  strava: RunOnStrava | null;
}

/**
 * Of a recording that was deleted with the run it is of: that run; of one that gives way to another: that one. `null` when
 * nothing of that id is here.
 */
export function keptActivity(
  sql: SqlStorage,
  id: string,
  utcOffsetAt: (start: Start) => number,
): KeptActivity | null {
  const asked = findRecord(sql, id);
  const counted = asked?.twinOf == null ? null : findRecord(sql, asked.twinOf);
  const record = counted !== null && (counted.isDeleted || !asked?.isDeleted) ? counted : asked;
  if (record === null || record.isUndone) return null;
  const strava = record.source === 'strava' ? record.strava : copyOnStrava(sql, record.id);
  return { ...record, strava, utcOffsetS: utcOffsetAt(record) };
}
