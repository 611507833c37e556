/** What is said of activities beside the runs: other sports, and what was deleted. */

import type { LocalDate } from '../../../src/analysis/local-date.ts';
import {
  formatDuration,
  formatRunDistance,
  formatWeekdayDayYear,
  type Units,
} from '../../format.ts';
import { type Source, sportWord } from './correct.ts';

export const LISTS = {
  label: 'What to list',
  runs: 'Runs',
  'other-sports': 'Other sports',
  deleted: 'Deleted',
} as const;

export const OTHER_SPORT = {
  staysOut: 'Stays out of every running number.',
  wasRunTitle: 'Wrong sport?',
  wasRun: 'This was a run',
  wasRunHint: {
    file: 'Count it as a run. The file stays as it is, and you can take this back.',
    strava: 'Count it as a run. On Strava it stays as it is, and you can take this back.',
  },
  lead: 'Kept as context. They stay out of every running number.',
  empty: 'No other sports here.',
  said: 'from your check-in',
};

export const DELETED = {
  restore: 'Restore',
  lead: 'In no list and no number. Each can be restored.',
  empty: 'Nothing is deleted.',
  title: (what: string): string => `Deleted: ${what}`,
  detail: {
    file: 'It is in no list and no number. Its file is kept, so it can be restored; importing the same file again does not bring it back.',
    strava:
      'It is in no list and no number here, and stays away when Strava lists it again, until you restore it. On Strava it is as it was.',
  },
  undo: 'Undo: restore it',
};

const withIt = (recordings: number): string =>
  recordings === 1 ? 'does its other recording' : `do its ${recordings} other recordings`;

const FILE_DELETED = [
  'The file is kept: you can restore it from Runs, under Deleted.',
  'Importing the same file again does not bring it back.',
];

const DELETED_HERE = [
  'You can restore it from Runs, under Deleted; Strava listing it again does not bring it back.',
  'On Strava it stays: what you delete there is erased here, too, and for good.',
];

export const DELETE = {
  titleRun: 'Delete this run',
  titleActivity: 'Delete this activity',
  words: (otherRecordings: number, source: Source): string =>
    [
      `It leaves every list and every number${otherRecordings === 0 ? '' : `, and so ${withIt(otherRecordings)}`}.`,
      ...(source === 'strava' ? DELETED_HERE : FILE_DELETED),
    ].join(' '),
  instead: 'To keep it in the list but out of the numbers, leave it out above.',
  submitRun: 'Delete run',
  submitActivity: 'Delete activity',
};

export interface ActivityWords {
  sport: string;
  localDate: LocalDate;
  distanceM: number | null;
}

/** `Cycling, 24.0 km`. */
export const activityName = ({ sport, distanceM }: ActivityWords, units: Units): string =>
  distanceM === null
    ? sportWord(sport)
    : `${sportWord(sport)}, ${formatRunDistance(distanceM, units)}`;

/** `Running, 10.0 km, Mon 2 Mar 2026`. */
export const datedActivity = (activity: ActivityWords, units: Units): string =>
  `${activityName(activity, units)}, ${formatWeekdayDayYear(activity.localDate)}`;

export interface TotalWords {
  name: string;
  amount: string;
  detail: string | null;
}

/** What the file says of it; what it does not say is named, never 0. */
export function activityTotals(
  {
    distanceM,
    timerS,
    elapsedS,
  }: { distanceM: number | null; timerS: number | null; elapsedS: number | null },
  units: Units,
): TotalWords[] {
  const hasPauses = timerS !== null && elapsedS !== null && Math.round(elapsedS - timerS) > 0;
  return [
    {
      name: 'Distance',
      amount: distanceM === null ? 'not known' : formatRunDistance(distanceM, units),
      detail: null,
    },
    {
      name: 'Time',
      amount: timerS === null ? 'not known' : formatDuration(timerS),
      detail: hasPauses ? `${formatDuration(elapsedS)} with pauses` : null,
    },
  ];
}
