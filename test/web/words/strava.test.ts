import { describe, expect, it } from 'vitest';
import { isStravaOutcome, type StravaView } from '../../../web/words/en/strava.ts';
import {
  clockTime,
  type Standing,
  stravaLine,
  stravaStanding,
} from '../../../web/words/en/strava-standing.ts';

const NOW_S = Date.UTC(2026, 10, 20, 12, 10) / 1000;
const HOUR_S = 3600;

const standing = (
  backfill: Partial<Standing['backfill']> = {},
  others: Partial<Standing> = {},
): Standing => ({
  backfill: {
    listed: 140,
    withDetail: 42,
    toDetail: 89,
    toDetailForFlags: 12,
    isListing: false,
    nextCallAtS: null,
    ...backfill,
  },
  problem: null,
  lastSyncAtS: NOW_S - HOUR_S,
  nowS: NOW_S,
  utcOffsetS: HOUR_S,
  ...others,
});
const nextCallAtS = Date.UTC(2026, 10, 20, 13, 30) / 1000;

describe('where the connection stands, in a line', () => {
  it.each<[string, Standing, string]>([
    ['back-filling', standing(), '42 of 131 runs in detail.'],
    ['waiting', standing({ nextCallAtS }), '42 of 131 runs in detail; next calls at 14:30.'],
    ['about to call', standing({ nextCallAtS: NOW_S + 59 }), '42 of 131 runs in detail.'],
    [
      'listing',
      standing({ isListing: true, listed: 86 }),
      'Listing your last 12 months: 86 activities so far.',
    ],
    [
      'listing, without calls',
      standing({ isListing: true, listed: 1, nextCallAtS }),
      'Listing your last 12 months: 1 activity so far; next calls at 14:30.',
    ],
    ['up to date', standing({ toDetail: 0 }), 'Up to date at 12:10: 140 activities.'],
    [
      'up to date, and to be asked again by itself',
      standing({ toDetail: 0, nextCallAtS: NOW_S + 19 * HOUR_S }),
      'Up to date at 12:10: 140 activities.',
    ],
    [
      'asked to sync without calls',
      standing({ toDetail: 0, nextCallAtS }),
      'Up to date at 12:10: 140 activities; next calls at 14:30.',
    ],
    [
      'without calls',
      standing({ nextCallAtS }, { problem: 'rate-limited' }),
      '42 of 131 runs in detail. This site’s calls to Strava are used up for now; next calls at 14:30.',
    ],
    [
      'without an answer',
      standing({ nextCallAtS }, { problem: 'unreachable' }),
      'Strava does not answer; asked again at 14:30. 42 of 131 runs in detail.',
    ],
    [
      'without an answer, asked to sync',
      standing({ nextCallAtS: NOW_S }, { problem: 'unreachable' }),
      'Strava does not answer; it is being asked again. 42 of 131 runs in detail.',
    ],
    [
      'without calls, asked to sync',
      standing({ nextCallAtS: NOW_S + 59 }, { problem: 'rate-limited' }),
      '42 of 131 runs in detail. This site’s calls to Strava are used up for now; it is asking again.',
    ],
    [
      'switched off, asked to sync',
      standing({ nextCallAtS: NOW_S }, { problem: 'inactive-app' }),
      'Strava has switched this site’s app off (403): its owner has to renew their Strava subscription. It is being asked again.',
    ],
    [
      'without an answer, before the first run',
      standing({ withDetail: 0, toDetail: 0 }, { problem: 'unreachable' }),
      'Strava does not answer. No runs yet.',
    ],
    [
      'thrown out',
      standing({}, { problem: 'reconnect' }),
      'Strava no longer lets this site in: connect again to go on.',
    ],
    [
      'switched off',
      standing({}, { problem: 'inactive-app' }),
      'Strava has switched this site’s app off (403): its owner has to renew their Strava subscription.',
    ],
  ])('%s', (_, view, line) => {
    expect(stravaLine(view)).toBe(line);
  });
});

describe('what changes while runs come in', () => {
  const view = (
    backfill: Partial<Standing['backfill']> = {},
    others: Partial<StravaView> = {},
  ): StravaView => ({
    ...standing(backfill, others),
    ...{ name: 'Ada Example', stravaAthleteId: '12', seesPrivate: true, isAnalysed: true },
    expiresAtS: null,
    ...others,
  });

  it.each<[string, StravaView, string | null, boolean]>([
    [
      'listing',
      view({ isListing: true, toDetailForFlags: 0 }),
      'Flags are complete once the last 60 days are here in detail.',
      false,
    ],
    [
      'twelve to go',
      view(),
      'Flags are not complete yet: 12 runs of the last 60 days to go.',
      false,
    ],
    [
      'one to go',
      view({ toDetailForFlags: 1 }),
      'Flags are not complete yet: 1 run of the last 60 days to go.',
      false,
    ],
    [
      'older runs to go',
      view({ toDetailForFlags: 0 }),
      'The last 60 days are here in detail: flags are complete.',
      true,
    ],
    ['all here', view({ toDetail: 0, toDetailForFlags: 0 }), null, true],
    [
      'of a site that counts none of its runs',
      view({}, { isAnalysed: false }),
      'This site shows runs from Strava, but counts none of them: they are in no total, usual range or flag. Runs added as files count.',
      true,
    ],
  ])('flags can be relied on or not: %s', (_, shown, flags, areFlagsComplete) => {
    expect(stravaStanding(shown)).toMatchObject({ flags, areFlagsComplete });
  });

  it('is a share of all runs as soon as these are known', () => {
    expect(stravaStanding(view()).progress).toEqual({ done: 42, of: 131 });
    expect(stravaStanding(view({ isListing: true })).progress).toBeNull();
    expect(stravaStanding(view({ withDetail: 0, toDetail: 0 })).progress).toBeNull();
  });

  it('tells of no runs in detail before any is known', () => {
    const inDetail = (of: StravaView) =>
      stravaStanding(of).facts.find(({ name }) => name === 'Runs in detail')?.value;
    expect(inDetail(view())).toBe('42 / 131');
    expect(inDetail(view({ withDetail: 0, toDetail: 0 }))).toBe('–');
  });

  it('is over when nothing is to be asked within a minute', () => {
    const done = { toDetail: 0, toDetailForFlags: 0 };
    const soon = view({ ...done, nextCallAtS: NOW_S + 59 });
    expect(stravaStanding(soon)).toMatchObject({
      isUnderWay: true,
      line: 'Asking Strava for what is new. Up to date at 12:10: 140 activities.',
    });
    expect(stravaStanding(view({ ...done, nextCallAtS: NOW_S + 60 })).isUnderWay).toBe(false);
    expect(stravaStanding(view({ nextCallAtS })).isUnderWay).toBe(true);
    expect(stravaStanding(view({ nextCallAtS }, { problem: 'reconnect' })).isUnderWay).toBe(false);
  });

  it.each(['reconnect', 'inactive-app', 'rate-limited', 'unreachable'] as const)(
    'says of %s what is kept',
    (problem) => {
      expect(stravaStanding(view({}, { problem })).help).toMatch(/kept|stays/);
    },
  );
});

describe('a time', () => {
  it('has its day when that is not today, on the runner’s clock', () => {
    const late = Date.UTC(2026, 10, 20, 23, 30) / 1000;
    expect(clockTime(late, { nowS: NOW_S, utcOffsetS: 0 })).toBe('23:30');
    expect(clockTime(late, { nowS: NOW_S, utcOffsetS: HOUR_S })).toBe('00:30 on 21 Nov');
  });

  it('says so when nobody knows the runner’s clock', () => {
    expect(clockTime(NOW_S, { nowS: NOW_S, utcOffsetS: null })).toBe('12:10 UTC');
  });
});

it('only an outcome that has words is one', () => {
  expect(isStravaOutcome('refused')).toBe(true);
  for (const other of ['', 'toString', '__proto__', '<script>']) {
    expect(isStravaOutcome(other)).toBe(false);
  }
});
