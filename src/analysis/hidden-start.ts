/**
 * Recordings of which a service tells the day but not the time, as Strava does where a runner hides it. Their starts tell
 * nothing, so `sameRuns` leaves them alone; here each finds the recording that it is a copy of, by its day and totals.
 */
import { haveSameTotals, type Recording } from './same-run.ts';

const DAY_S = 86_400;
/** Seconds after midnight at which a hidden start is said to be. */
const SAID_S = 1;

/** `startTimeS` in Unix seconds; without an offset nobody knows what the runner's clock showed. */
export function isStartHidden(startTimeS: number, utcOffsetS: number | null): boolean {
  return utcOffsetS !== null && (startTimeS + utcOffsetS) % DAY_S === SAID_S;
}

/**
 * From the id of each recording with a hidden start to the id of the one that counts in its place. One recording stands for one
 * of them at most, the likest first: who runs to work and back, hidden both ways, and has a file of one way, ran twice.
 * `recordings`: of which no two are known to be one run.
 */
export function copiesWithHiddenStart(recordings: readonly Recording[]): Map<string, string> {
  const hidden = recordings.filter((one) => one.isStartHidden);
  const known = recordings.filter((one) => !one.isStartHidden && !one.isCutShort);
  const pairs = hidden.flatMap((copy) =>
    known
      .filter((whole) => isOfItsDay(copy, whole) && mayBeOne(copy, whole))
      .map((whole) => ({ copy, whole, difference: difference(copy, whole) })),
  );
  pairs.sort((a, b) => a.difference - b.difference || (keysOf(a) < keysOf(b) ? -1 : 1));
  const keptFor = new Map<string, string>();
  const taken = new Set<string>();
  for (const { copy, whole } of pairs) {
    if (keptFor.has(copy.id) || taken.has(whole.id)) continue;
    keptFor.set(copy.id, whole.id);
    taken.add(whole.id);
  }
  return keptFor;
}

function isOfItsDay(copy: Recording, { startTimeS }: Recording): boolean {
  const midnightS = copy.startTimeS - SAID_S;
  return startTimeS >= midnightS && startTimeS < midnightS + DAY_S;
}

function mayBeOne(a: Recording, b: Recording): boolean {
  return !a.apartFrom.includes(b.id) && !b.apartFrom.includes(a.id) && haveSameTotals(a, b);
}

const difference = (a: Recording, b: Recording): number =>
  Math.abs((a.distanceM ?? 0) - (b.distanceM ?? 0));

const keysOf = ({ copy, whole }: { copy: Recording; whole: Recording }): string =>
  `${copy.key} ${whole.key}`;
