/** Where the connection with Strava stands, in words: the same from the server and, while a page is open, from its script. */
import { localDateAt } from '../../../src/analysis/local-date.ts';
import { formatDay, formatTimeOfDay } from '../../format.ts';
import { STRAVA, type StravaView } from './strava.ts';

/** What changes while runs come in. */
export interface StravaStanding {
  line: string;
  /** What is kept meanwhile, and what to do; `null` where nothing is the matter. */
  help: string | null;
  /** What flags can be relied on meanwhile, or that no run from Strava is in them; `null` once everything is here. */
  flags: string | null;
  /** Flags wait for nothing from Strava, though older runs may still be on their way. */
  areFlagsComplete: boolean;
  /** Something is being fetched, or is to be once the app may call again. */
  isUnderWay: boolean;
  /** Runs in detail, of all; `null` while nobody knows how many there are. */
  progress: { done: number; of: number } | null;
  facts: { name: string; value: string }[];
}

export type Standing = Pick<
  StravaView,
  'backfill' | 'problem' | 'lastSyncAtS' | 'nowS' | 'utcOffsetS'
>;

/** Only what is worth waiting for is said. */
const SOON_S = 60;
/** Strava is asked some twenty hours after the last time; saying so every day would be noise. */
const ASKED_BY_ITSELF_S = 19 * 3600;

export function stravaStanding(view: StravaView): StravaStanding {
  const { withDetail, toDetail, toDetailForFlags, isListing } = view.backfill;
  const isComing = (isListing || toDetail > 0) && view.problem !== 'reconnect';
  const of = withDetail + toDetail;
  return {
    line: stravaLine(view),
    help: view.problem === null ? (isComing ? STRAVA.goesOn : null) : HELP[view.problem],
    flags: view.isAnalysed ? (isComing ? flagsLine(view.backfill) : null) : STRAVA.notAnalysed,
    areFlagsComplete: !view.isAnalysed || (!isListing && toDetailForFlags === 0),
    isUnderWay: isUnderWay(view),
    progress: isListing || of === 0 ? null : { done: withDetail, of },
    facts: facts(view),
  };
}

/** Where the connection stands, in a line. */
export function stravaLine(view: Standing): string {
  const { problem, backfill } = view;
  switch (problem) {
    case 'reconnect':
      return 'Strava no longer lets this site in: connect again to go on.';
    case 'not-set-up':
      return 'This site’s settings for Strava are not complete: its owner has to put that right.';
    case 'inactive-app':
      return `Strava has switched this site’s app off (403): its owner has to renew their Strava subscription.${isAskedSoon(view) ? ' It is being asked again.' : ''}`;
    case 'unreachable':
      return `Strava does not answer${nextCall(view, 'asked again', '; it is being asked again')}. ${detail(view)}.`;
    case 'rate-limited':
      return `${detail(view)}. This site’s calls to Strava are used up for now${nextCall(view, 'next calls', '; it is asking again')}.`;
  }
  if (backfill.isListing) {
    const listed = counted(backfill.listed);
    return `Listing your last 12 months: ${listed} so far${nextCall(view, 'next calls')}.`;
  }
  if (backfill.toDetail > 0) return `${detail(view)}${nextCall(view, 'next calls')}.`;
  if (view.lastSyncAtS === null) return 'Connected. The first listing is about to begin.';
  const upToDate = `Up to date at ${clockTime(view.lastSyncAtS, view)}: ${counted(backfill.listed)}`;
  if (isUnderWay(view)) return `Asking Strava for what is new. ${upToDate}.`;
  return `${upToDate}${isAwaited(view) ? nextCall(view, 'next calls') : ''}.`;
}

/** Sooner than by itself: something that was asked for has to wait for calls. */
function isAwaited({ backfill: { nextCallAtS }, lastSyncAtS }: Standing): boolean {
  return nextCallAtS !== null && nextCallAtS < (lastSyncAtS ?? 0) + ASKED_BY_ITSELF_S;
}

const HELP: Record<NonNullable<StravaView['problem']>, string> = {
  reconnect:
    'What has come in is kept for two days at most, then erased. Your files, check-ins, shoes and settings stay.',
  'not-set-up':
    'There is nothing you can do about it but tell them. You stay connected, and what has come in stays until the time below; it is tried again every hour. Adding files works without Strava.',
  'inactive-app':
    'There is nothing you can do about it but tell them. What has come in stays until the time below; it is tried again every hour. Adding files works without Strava.',
  unreachable: 'What has come in is kept. It goes on by itself as soon as Strava answers.',
  'rate-limited': 'What has come in is kept. It goes on by itself; you can close this page.',
};

function flagsLine({ isListing, toDetailForFlags: left }: StravaView['backfill']): string {
  if (isListing) return 'Flags are complete once the last 60 days are here in detail.';
  if (left === 0) return STRAVA.flagsComplete;
  return `Flags are not complete yet: ${left === 1 ? '1 run' : `${left} runs`} of the last 60 days to go.`;
}

function isUnderWay(view: Standing): boolean {
  const { isListing, toDetail, nextCallAtS } = view.backfill;
  if (view.problem === 'reconnect' || nextCallAtS === null) return false;
  return isListing || toDetail > 0 || isAskedSoon(view);
}

function facts(view: StravaView): StravaStanding['facts'] {
  const { backfill, expiresAtS } = view;
  const runs = backfill.withDetail + backfill.toDetail;
  return [
    { name: STRAVA.account, value: view.name || view.stravaAthleteId },
    { name: STRAVA.listed, value: String(backfill.listed) },
    { name: STRAVA.detail, value: runs === 0 ? '–' : `${backfill.withDetail} / ${runs}` },
    { name: STRAVA.privateShort, value: view.seesPrivate ? STRAVA.included : STRAVA.leftOut },
    { name: STRAVA.keptUntil, value: expiresAtS === null ? '–' : clockTime(expiresAtS, view) },
  ];
}

const counted = (count: number): string => (count === 1 ? '1 activity' : `${count} activities`);

function detail({ backfill: { withDetail, toDetail } }: Standing): string {
  const runs = withDetail + toDetail;
  return runs === 0 ? 'No runs yet' : `${withDetail} of ${runs} runs in detail`;
}

/** `soon`: what is said instead of a time that is not worth waiting for. */
function nextCall(view: Standing, what: string, soon = ''): string {
  const { nextCallAtS } = view.backfill;
  if (nextCallAtS === null) return '';
  return isAskedSoon(view) ? soon : `; ${what} at ${clockTime(nextCallAtS, view)}`;
}

const isAskedSoon = ({ backfill: { nextCallAtS }, nowS }: Standing): boolean =>
  nextCallAtS !== null && nextCallAtS - nowS < SOON_S;

/** `14:30`, with the day where that is another one, and `UTC` where the runner's clock is not known. */
export function clockTime(
  unixTimeS: number,
  { nowS, utcOffsetS }: Pick<StravaView, 'nowS' | 'utcOffsetS'>,
): string {
  const offsetS = utcOffsetS ?? 0;
  const time = formatTimeOfDay(unixTimeS, offsetS) + (utcOffsetS === null ? ' UTC' : '');
  const date = localDateAt(unixTimeS, offsetS);
  return date === localDateAt(nowS, offsetS) ? time : `${time} on ${formatDay(date)}`;
}
