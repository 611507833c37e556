import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StravaSummary } from '../../src/strava/summary.ts';
import {
  courseKey,
  FLAG_DAYS,
  type KnownActivity,
  labelKey,
  REFRESH_AHEAD_S,
  type SyncPlan,
  syncPlan,
} from '../../src/strava/sync-plan.ts';

const DAY_S = 86_400;
const NOW_S = 1_780_000_000;
const YEAR_AGO_S = NOW_S - 365 * DAY_S;

const run = (id: string, daysAgo: number, changed: Partial<StravaSummary> = {}): StravaSummary => ({
  id,
  athleteId: '7',
  name: 'Morning Run',
  sportType: 'Run',
  startTimeS: NOW_S - daysAgo * DAY_S,
  utcOffsetS: 3600,
  distanceM: 8000,
  movingS: 2900,
  elapsedS: 3000,
  ascentM: 40,
  averageCadence: 85,
  averageHeartRateBpm: 140,
  isTrainer: false,
  isManual: false,
  isPrivate: false,
  gearId: 'g1',
  deviceName: null,
  isFromGarmin: false,
  ...changed,
});

const kept = (summary: StravaSummary, changed: Partial<KnownActivity> = {}): KnownActivity => ({
  id: summary.id,
  startTimeS: summary.startTimeS,
  courseKey: courseKey(summary),
  labelKey: labelKey(summary),
  streams: 'kept',
  expiresAtS: NOW_S + 7 * DAY_S,
  ...changed,
});

const planOf = (activities: StravaSummary[], known: KnownActivity[] = []): SyncPlan =>
  syncPlan({ activities, fromS: YEAR_AGO_S }, known, NOW_S);

describe('streams are asked for', () => {
  it('newest first, those of the last 60 days before older ones', () => {
    const plan = planOf([run('c', 100), run('a', 1), run('d', 300), run('b', 59)]);
    expect(plan.streams).toEqual(['a', 'b', 'c', 'd']);
  });

  it('of an old run that was cropped only after those of recent ones', () => {
    const [old, recent] = [run('old', FLAG_DAYS + 1), run('recent', FLAG_DAYS)];
    const known = [kept(old, { courseKey: 'before the crop' })];
    expect(planOf([old, recent], known).streams).toEqual(['recent', 'old']);
  });

  it.each([
    ['a run not known yet', {}, undefined, true],
    ['a run whose streams were not asked for', {}, { streams: 'to-fetch' }, true],
    ['a run that has them', {}, {}, false],
    ['a run of which Strava has none', {}, { streams: 'absent' }, false],
    ['a run about to expire', {}, { expiresAtS: NOW_S + REFRESH_AHEAD_S }, true],
    ['a run not about to expire', {}, { expiresAtS: NOW_S + REFRESH_AHEAD_S + 1 }, false],
    ['a run on a treadmill', { isTrainer: true }, undefined, true],
    ['a run on a trail', { sportType: 'TrailRun' }, undefined, true],
    ['a run that was typed in', { isManual: true }, undefined, false],
    ['a ride', { sportType: 'Ride' }, undefined, false],
    ['a sport that nobody knows', { sportType: 'Quidditch' }, undefined, false],
  ] as const)('of %s', (_, summary, before, isAsked) => {
    const listed = run('1', 3, summary);
    const known = before === undefined ? [] : [kept(listed, before)];
    expect(planOf([listed], known).streams).toEqual(isAsked ? ['1'] : []);
  });
});

describe('an edit', () => {
  const before = run('1', 3);

  it.each([
    ['the name', { name: 'Lunch Run' }, []],
    ['the shoe', { gearId: 'g2' }, []],
    ['who may see it', { isPrivate: true }, []],
    ['the kind of run', { sportType: 'TrailRun' }, []],
    ['the length, by a crop', { distanceM: 7000 }, ['1']],
    ['the time, by a crop', { elapsedS: 2500 }, ['1']],
    ['another sport into a run', { sportType: 'Run' }, ['1'], { sportType: 'Ride' }],
    ['a run into another sport', { sportType: 'Ride' }, []],
  ] as [string, Partial<StravaSummary>, string[], Partial<StravaSummary>?][])(
    'of %s',
    (_, change, streams, first = {}) => {
      const plan = planOf([{ ...before, ...change }], [kept({ ...before, ...first })]);
      expect(plan.summaries).toEqual(['1']);
      expect(plan.unchanged).toEqual([]);
      expect(plan.streams).toEqual(streams);
    },
  );

  it('that was none leaves the activity as it is', () => {
    expect(planOf([before], [kept(before)])).toEqual({
      streams: [],
      summaries: [],
      unchanged: ['1'],
      missing: [],
    });
  });
});

describe('what is missing', () => {
  it('is what was kept from the listed time and is listed no more', () => {
    const [within, edge, before] = [run('a', 5), run('b', 365), run('c', 366)];
    expect(
      planOf(
        [],
        [before, edge, within].map((each) => kept(each)),
      ).missing,
    ).toEqual(['a', 'b']);
  });
});

const arbitrarySummary = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }).map(String),
    daysAgo: fc.integer({ min: 0, max: 364 }),
    sportType: fc.constantFrom('Run', 'TrailRun', 'Ride'),
    isManual: fc.boolean(),
    distanceM: fc.constantFrom(5000, 8000),
    name: fc.constantFrom('one', 'two'),
  })
  .map(({ id, daysAgo, ...changed }) => run(id, daysAgo, changed));
const arbitraryListing = fc.uniqueArray(arbitrarySummary, { selector: ({ id }) => id });
const arbitraryKnown = fc.uniqueArray(
  fc
    .tuple(
      arbitrarySummary,
      fc.constantFrom('to-fetch' as const, 'kept' as const, 'absent' as const),
      fc.integer({ min: -2, max: 7 }),
    )
    .map(([summary, streams, days]) =>
      kept(summary, { streams, expiresAtS: NOW_S + days * DAY_S }),
    ),
  { selector: ({ id }) => id },
);

describe('whatever is listed and known', () => {
  it('the plan is the same in any order, even with entries listed twice', () => {
    const property = fc.property(
      arbitraryListing.chain((listing) =>
        fc.tuple(
          fc.constant(listing),
          fc.shuffledSubarray([...listing, ...listing], { minLength: 2 * listing.length }),
        ),
      ),
      arbitraryKnown,
      ([listing, shuffled], known) => {
        expect(planOf(shuffled, known.toReversed())).toEqual(planOf(listing, known));
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it('streams are asked for once, of what is listed, the recent before the old and each newest first', () => {
    const property = fc.property(arbitraryListing, arbitraryKnown, (listing, known) => {
      const { streams } = planOf(listing, known);
      const starts = streams.map((id) => {
        const listed = listing.find((summary) => summary.id === id);
        return listed?.startTimeS ?? Number.NaN;
      });
      expect(new Set(streams).size).toBe(streams.length);
      expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('every activity is new or changed, unchanged, or missing: exactly one of them', () => {
    const property = fc.property(arbitraryListing, arbitraryKnown, (listing, known) => {
      const { summaries, unchanged, missing } = planOf(listing, known);
      const all = new Set([...listing, ...known].map(({ id }) => id));
      expect([...summaries, ...unchanged, ...missing].sort()).toEqual([...all].sort());
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('a plan that was carried out leaves nothing to do', () => {
    const property = fc.property(arbitraryListing, arbitraryKnown, (listing, known) => {
      const plan = planOf(listing, known);
      const after = listing.map((summary) =>
        kept(summary, { streams: plan.streams.includes(summary.id) ? 'kept' : 'absent' }),
      );
      expect(planOf(listing, after)).toMatchObject({ streams: [], summaries: [], missing: [] });
    });
    fc.assert(property, { numRuns: 300 });
  });
});
