/** What an `activity` message says about the runner's clock. */

/** Every zone on Earth lies between UTC−12 and UTC+14 in steps of a quarter of an hour. */
const WEST_MOST_S = -12 * 3600;
const EAST_MOST_S = 14 * 3600;
const ZONE_STEP_S = 15 * 60;
/** Watches write the two times of the message up to this far apart. */
const SLACK_S = 60;

/**
 * The zone nearest to `local_timestamp − timestamp`. `null` for none, for a difference no zone has (a clock never set),
 * and for 0: apps that do not know the zone write the same time twice, so that a runner's own zone is the better guess.
 */
export function utcOffset(localMinusUtcS: number | null): number | null {
  if (localMinusUtcS === null) return null;
  const zone = Math.round(localMinusUtcS / ZONE_STEP_S) * ZONE_STEP_S;
  if (zone === 0 || zone < WEST_MOST_S || zone > EAST_MOST_S) return null;
  return Math.abs(localMinusUtcS - zone) <= SLACK_S ? zone : null;
}
