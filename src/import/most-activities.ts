/** How many activities of one XML file are kept. */
import type { Warning } from '../analysis/activity.ts';

/** Above a year of runs in one file; each costs an analysis, and a file can be made to hold a hundred thousand. */
export const MOST_ACTIVITIES = 500;

export const TOO_MANY_ACTIVITIES: Warning = {
  kind: 'damaged',
  message: `The file holds more than ${MOST_ACTIVITIES} activities; the first ones were kept.`,
};
