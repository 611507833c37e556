/** Ids here of activities on Strava: no other activity's looks like that. */

const PREFIX = 'strava-';

/** From Strava's id of it. */
export const stravaRunId = (stravaId: string): string => `${PREFIX}${stravaId}`;

/** `null` for an activity of a file. */
export function stravaIdOf(id: string): string | null {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null;
}
