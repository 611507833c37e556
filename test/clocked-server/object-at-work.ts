/** What the Worker on a movable clock tells the test of an athlete's object. */

/** What the object of one athlete is about. */
export interface ObjectAtWork {
  athleteId: string;
  /** By the moved clock; `null`: nothing is to be done. */
  alarmAtMs: number | null;
  isRinging: boolean;
}

export type Rows = Record<string, Record<string, unknown>[]>;
