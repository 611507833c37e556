/**
 * What is to be done so that the activities kept here are those of Strava: from a listing, what is known, and the time. Pure,
 * and the same whatever order things are given in. Nothing is erased on the word of a plan: a listing taken page by page can
 * pass over an activity, so what is missing is to be asked for by its id first.
 */
import { sportFamily } from '../analysis/sport-family.ts';
import { fitSport } from './sport-type.ts';
import type { StravaSummary } from './summary.ts';

/** An activity of Strava that is kept here. */
export interface KnownActivity {
  id: string;
  startTimeS: number;
  /** `courseKey` and `labelKey` of the summary it was kept from. */
  courseKey: string;
  labelKey: string;
  /** `to-fetch`: not asked for yet; `absent`: Strava has none; `unreadable`: what it answers cannot be understood. */
  streams: 'to-fetch' | 'kept' | 'absent' | 'unreadable';
  /** Unix seconds from which the row may no longer be kept. */
  expiresAtS: number;
}

export interface Listing {
  activities: readonly StravaSummary[];
  /** Ids of what the runner calls a run, whatever it is on Strava. */
  saidRuns?: ReadonlySet<string>;
  /** Everything that started at or after it was listed (Unix seconds). */
  fromS: number;
}

export interface SyncPlan {
  /** Ids whose streams to ask for, in this order: the runs of the last 60 days, newest first, then older ones. */
  streams: string[];
  /** Ids whose summary is new or has changed: keep it as listed. */
  summaries: string[];
  /** Ids of what is the same as before: from this listing on it may be kept as long as something new, but for its streams. */
  unchanged: string[];
  /** Ids that are known and were not listed: to be erased when Strava, asked, does not know them either. */
  missing: string[];
}

/** Days before now that flags look at; older runs wait. */
export const FLAG_DAYS = 60;

const DAY_S = 86_400;

/**
 * Seconds before the end of its time from which a row is fetched again: two days hold, after any listing, a whole day of
 * Strava's limits. With one, what is fetched when a day of calls begins would end when another one does.
 */
export const REFRESH_AHEAD_S = 2 * DAY_S;

export function syncPlan(
  { activities, saidRuns = new Set(), fromS }: Listing,
  known: readonly KnownActivity[],
  nowS: number,
): SyncPlan {
  const knownById = new Map(known.map((activity) => [activity.id, activity]));
  const listed = new Map(activities.map((activity) => [activity.id, activity]));
  const newestFirst = [...listed.values()].sort(byStart);
  const isRecent = ({ startTimeS }: StravaSummary) => startTimeS >= nowS - FLAG_DAYS * DAY_S;
  const wanted = newestFirst.filter((summary) =>
    wantsStreams(summary, knownById.get(summary.id), saidRuns.has(summary.id), nowS),
  );
  const hasChanged = (summary: StravaSummary) => {
    const before = knownById.get(summary.id);
    return before?.courseKey !== courseKey(summary) || before?.labelKey !== labelKey(summary);
  };
  return {
    streams: ids([...wanted.filter(isRecent), ...wanted.filter((summary) => !isRecent(summary))]),
    summaries: ids(newestFirst.filter(hasChanged)),
    unchanged: ids(newestFirst.filter((summary) => !hasChanged(summary))),
    missing: ids(
      known.filter(({ id, startTimeS }) => startTimeS >= fromS && !listed.has(id)).sort(byStart),
    ),
  };
}

/** What the streams of an activity hang on: they are asked for again when it changes, as after a crop. */
export function courseKey(summary: StravaSummary): string {
  const { startTimeS, elapsedS, movingS, distanceM, isManual, isTrainer } = summary;
  const isRun = isRunOnStrava(summary);
  return JSON.stringify([startTimeS, elapsedS, movingS, distanceM, isManual, isTrainer, isRun]);
}

/** What else of a summary is kept here, and may change without another course. */
export function labelKey(summary: StravaSummary): string {
  const { name, sportType, gearId, isPrivate, utcOffsetS, ascentM, deviceName } = summary;
  return JSON.stringify([name, sportType, gearId, isPrivate, utcOffsetS, ascentM, deviceName]);
}

function wantsStreams(
  summary: StravaSummary,
  before: KnownActivity | undefined,
  isSaidRun: boolean,
  nowS: number,
): boolean {
  // Other sports are context, for which totals do; what was typed in has no course.
  if (summary.isManual || !(isSaidRun || isRunOnStrava(summary))) return false;
  if (before === undefined || before.courseKey !== courseKey(summary)) return true;
  if (before.streams === 'absent' || before.streams === 'unreadable') return false;
  return before.streams === 'to-fetch' || before.expiresAtS - nowS <= REFRESH_AHEAD_S;
}

const isRunOnStrava = ({ sportType, isTrainer }: StravaSummary): boolean =>
  sportFamily(fitSport(sportType, isTrainer).sport) === 'running';

type Started = Pick<StravaSummary, 'id' | 'startTimeS'>;

/** Newest first. */
const byStart = (one: Started, other: Started): number =>
  other.startTimeS - one.startTimeS || (one.id < other.id ? -1 : 1);

const ids = (activities: readonly Started[]): string[] => activities.map(({ id }) => id);
