/** What the runner should know about the activities of a file, whatever its format. */
import type { Activity, Warning } from '../analysis/activity.ts';
import { FIRST_DATE_TIME, FIT_EPOCH_S } from './fit/fit-format.ts';

/** At most one of a kind. */
export function activityWarnings(activities: readonly Activity[]): Warning[] {
  const isClockSet = activities.every(
    ({ startTimeS }) => startTimeS >= FIRST_DATE_TIME + FIT_EPOCH_S,
  );
  const isZoneKnown = activities.every(({ utcOffsetS }) => utcOffsetS !== null);
  return [
    ...(isClockSet ? [] : [CLOCK_NOT_SET]),
    ...(isClockSet && !isZoneKnown ? [LOCAL_TIME_UNKNOWN] : []),
    ...(activities.every(({ samples }) => samples.count > 0) ? [] : [NO_SAMPLES]),
  ];
}

const CLOCK_NOT_SET: Warning = {
  kind: 'clock-not-set',
  message: 'The clock of the watch was not set: nobody can tell on which day this was.',
};

const LOCAL_TIME_UNKNOWN: Warning = {
  kind: 'local-time-unknown',
  message: 'The file does not say in which time zone it was recorded: yours was taken.',
};

const NO_SAMPLES: Warning = {
  kind: 'no-samples',
  message: 'Only totals were recorded, not the course of the activity.',
};
