import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diary } from '../../../src/analysis/diary.ts';
import type { Flag } from '../../../src/analysis/flags/flag.ts';
import { isLoadRule } from '../../../src/analysis/flags/rule-kind.ts';
import { judgeHistory } from '../../../src/analysis/history.ts';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { limitingFlags, type PlanQuantity } from '../../../src/analysis/planner/headroom.ts';
import { type Plan, plan } from '../../../src/analysis/planner/plan.ts';
import { type PlannedRun, plannedHistoryRun } from '../../../src/analysis/planner/planned-run.ts';
import { checkInOn, diaryOf } from '../diary-builder.ts';
import { day, easyRuns, FAST_MPS, recordedRun, treadmillRun, weeks } from '../history-builder.ts';

const SETTINGS = { weekStart: 1, fastThresholdMps: null } as const;
const STEPS = { distanceM: 100, ascentM: 10, fastS: 60 };

type Numbers = Extract<Plan, { kind: 'headroom' }>;

function planFor(
  runs: readonly HistoryRun[],
  on: number,
  planned: PlannedRun | null = null,
  diary?: Diary,
): Plan {
  const date = day(on);
  const history = judgeHistory(runs, SETTINGS, date, diary);
  return plan(history, { settings: SETTINGS, date, today: date, planned, steps: STEPS });
}

function numbersFor(runs: readonly HistoryRun[], on: number, planned?: PlannedRun): Numbers {
  const answer = planFor(runs, on, planned ?? null);
  if (answer.kind !== 'headroom') throw new Error(`no numbers: ${answer.kind}`);
  return answer;
}

/** Ten even weeks: 8 km on Tuesday and Thursday, 11 km on Sunday, with 105 m of climb over 1,500 m on Thursday. */
const EVEN = weeks(10, (monday) => [
  recordedRun(day(monday + 1), 8000),
  recordedRun(day(monday + 3), [
    { metres: 5000 },
    { metres: 1500, gradePercent: 7 },
    { metres: 1500, gradePercent: -7 },
  ]),
  recordedRun(day(monday + 6), 11_000),
]);
/** The Tuesday after them. */
const TUESDAY = 71;

describe('an even runner', () => {
  test('may run a tenth more than the longest of 30 days, rounded down', () => {
    const { distanceM } = numbersFor(EVEN, TUESDAY).alone;
    expect(distanceM.most).toBe(12_100);
    expect(distanceM.stopsAt).toMatchObject({ rule: 'session-distance-spike', baseline: 11_000 });
  });

  test('may climb half a kilometre uphill beyond the week, which Thursday has filled', () => {
    const { ascentM } = numbersFor(EVEN, TUESDAY).alone;
    expect(ascentM.most).toBe(30);
    expect(ascentM.stopsAt).toMatchObject({ rule: 'week-above-usual', quantity: 'uphillM' });
  });

  test('may climb three tenths more than the most of 30 days once Thursday is out of the week', () => {
    const { ascentM } = numbersFor(EVEN, TUESDAY + 3).alone;
    expect(ascentM.most).toBe(130);
    expect(ascentM.stopsAt).toMatchObject({ rule: 'hill-spike' });
  });

  test('who runs no fast minutes has no room for many', () => {
    const { fastS } = numbersFor(EVEN, TUESDAY).alone;
    expect(fastS.most).toBeGreaterThan(0);
    expect(fastS.most * FAST_MPS).toBeLessThan(500);
    expect(fastS.stopsAt).toMatchObject({ rule: 'speed-spike' });
  });

  test('has less room for climb beside the longest run: the load of both adds up', () => {
    const long = numbersFor(EVEN, TUESDAY + 3, { distanceM: 12_000, ascentM: 0, fastS: 0 });
    const short = numbersFor(EVEN, TUESDAY + 3, { distanceM: 6000, ascentM: 0, fastS: 0 });
    expect(long.together.ascentM.most).toBeLessThan(short.together.ascentM.most);
    expect(long.together.ascentM.stopsAt).toMatchObject({ rule: 'session-load-spike' });
  });

  test('is told at once what a longer run would raise', () => {
    const { flags } = numbersFor(EVEN, TUESDAY, { distanceM: 14_200, ascentM: 0, fastS: 0 });
    expect(flags[0]).toMatchObject({ rule: 'session-distance-spike', level: 'above' });
  });
});

test('a run that was itself a spike does not raise the ceiling for 14 days, and does after', () => {
  const spike = recordedRun(day(TUESDAY - 1), 16_000, { id: 'spike' });
  expect(numbersFor([...EVEN, spike], TUESDAY + 13).alone.distanceM.most).toBe(12_100);
  expect(numbersFor([...EVEN, spike], TUESDAY + 14).alone.distanceM.most).toBe(17_600);
});

test('what such a ceiling rests on is told with the day that set it', () => {
  const spike = recordedRun(day(TUESDAY - 1), 16_000, { id: 'spike' });
  const stopsAt = (on: number) => numbersFor([...EVEN, spike], on).alone.distanceM.stopsAt;
  expect(stopsAt(TUESDAY + 12)).toMatchObject({
    rule: 'session-distance-spike',
    baseline: 11_000,
    baselineDate: day(69),
    leavesOutSpikes: true,
  });
  expect(stopsAt(TUESDAY + 14)).toMatchObject({ baseline: 16_000, baselineDate: day(TUESDAY - 1) });
  expect(stopsAt(TUESDAY + 14)?.leavesOutSpikes).toBeUndefined();
});

test('the first fast run, and the first hills, are no ceiling either while they are flagged', () => {
  const flat = weeks(10, (monday) => easyRuns([monday + 1, monday + 3, monday + 6], 8000));
  const fast = recordedRun(day(TUESDAY - 1), [
    { metres: 5000 },
    { metres: 3000, speedMps: FAST_MPS },
  ]);
  const hilly = recordedRun(day(TUESDAY - 1), [
    { metres: 4000 },
    { metres: 2000, gradePercent: 7 },
    { metres: 2000, gradePercent: -7 },
  ]);
  const before = numbersFor(flat, TUESDAY + 7).alone;
  expect(numbersFor([...flat, fast], TUESDAY + 7).alone.fastS.most).toBe(before.fastS.most);
  expect(numbersFor([...flat, hilly], TUESDAY + 7).alone.ascentM.most).toBe(before.ascentM.most);
  expect(numbersFor([...flat, fast], TUESDAY + 14).alone.fastS.most).toBeGreaterThan(600);
});

test('a hard run so soon after another ends the distance: a note is a flag', () => {
  const longSundays = weeks(10, (monday) => [
    ...easyRuns([monday, monday + 1, monday + 2, monday + 4], 6000),
    recordedRun(day(monday + 6), 12_000),
  ]);
  const onMonday = numbersFor(longSundays, 70).alone.distanceM;
  expect(onMonday.stopsAt).toMatchObject({ rule: 'short-recovery', level: 'note' });
  expect(onMonday.most).toBe(7700);
  const onWednesday = numbersFor(longSundays, 72).alone.distanceM;
  expect(onWednesday.stopsAt?.rule).toBe('session-distance-spike');
});

test('without a usual week there is distance alone', () => {
  const few = easyRuns([0, 2, 4, 6, 8, 10], 8000);
  const { isThin, alone } = numbersFor(few, 12);
  expect(isThin).toBe(true);
  expect(alone.distanceM.most).toBe(8800);
});

test('after 30 days without a run there is nothing to compare with, and no number', () => {
  expect(planFor(EVEN, 69 + 30).kind).toBe('headroom');
  expect(planFor(EVEN, 69 + 31).kind).toBe('no-baseline');
  expect(planFor([], 0).kind).toBe('no-baseline');
});

const arbitraryHistory = fc
  .array(
    fc.record({
      on: fc.integer({ min: 0, max: 100 }),
      flatM: fc.integer({ min: 1000, max: 15_000 }),
      uphillM: fc.constantFrom(0, 0, 800, 2500),
      fastM: fc.constantFrom(0, 0, 500, 3000),
      indoor: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 8, maxLength: 60 },
  )
  .map((specs) =>
    specs.map(({ on, flatM, uphillM, fastM, indoor }, index) => {
      const startTimeS = 1_767_571_200 + on * 86_400 + index * 600;
      if (indoor === 0) return { ...treadmillRun(day(on), flatM), id: `run-${index}`, startTimeS };
      const stretches = [
        { metres: flatM },
        { metres: uphillM, gradePercent: 6 },
        { metres: uphillM, gradePercent: -6 },
        { metres: fastM, speedMps: FAST_MPS },
      ].filter(({ metres }) => metres > 0);
      return recordedRun(day(on), stretches, { id: `run-${index}`, startTimeS });
    }),
  );

const QUANTITIES: readonly PlanQuantity[] = ['distanceM', 'ascentM', 'fastS'];

/** What a runner says who is not held by it. */
const arbitraryDiary = fc
  .record({
    said: fc.uniqueArray(
      fc.record({
        on: fc.integer({ min: 40, max: 110 }),
        painAfter: fc.constantFrom(null, 0, 2, 3),
        nextDayResponse: fc.constantFrom(null, 'same' as const, 'better' as const),
      }),
      { selector: ({ on }) => on, maxLength: 40 },
    ),
    troubleDay: fc.constantFrom(null, -300, 30),
  })
  .map(({ said, troubleDay }) =>
    diaryOf({
      checkIns: said
        .toSorted((a, b) => a.on - b.on)
        .map(({ on, ...answers }) => checkInOn(day(on), answers)),
      profile: { lastTroubleDate: troubleDay === null ? null : day(troubleDay) },
    }),
  );

const arbitraryPlan = fc.option(
  fc.record({
    distanceM: fc.integer({ min: 0, max: 160 }).map((steps) => steps * STEPS.distanceM),
    ascentM: fc.integer({ min: 0, max: 12 }).map((steps) => steps * STEPS.ascentM),
    fastS: fc.integer({ min: 0, max: 8 }).map((steps) => steps * STEPS.fastS),
  }),
);

/** What the whole history, judged afresh by the product itself, raises of load on the day of the planned run. */
function flagsOfDay(
  runs: readonly HistoryRun[],
  answer: Numbers,
  planned: PlannedRun,
  diary: Diary,
): Flag[] {
  const run = plannedHistoryRun(planned, answer.habits, answer.date);
  const { flags } = judgeHistory([...runs, run], SETTINGS, answer.date, diary);
  return flags.filter(
    ({ rule, date, runs: ids }) => isLoadRule(rule) && date === answer.date && ids.includes(run.id),
  );
}

test('at the headroom no load flag is raised, one step beyond it the named one, alone and beside any plan', () => {
  const checked = { at: 0, beyond: 0 };
  const arbitrary = [arbitraryHistory, arbitraryDiary, arbitraryPlan] as const;
  fc.assert(
    fc.property(...arbitrary, fc.integer({ min: 60, max: 110 }), (all, diary, planned, on) => {
      const runs = all.filter(({ localDate }) => localDate < day(on));
      const answer = planFor(runs, on, planned, diary);
      if (answer.kind !== 'headroom') return;
      for (const quantity of QUANTITIES) {
        const { most, stopsAt } = answer.together[quantity];
        const at = { ...answer.planned, [quantity]: most };
        if (most > 0) {
          expect(flagsOfDay(runs, answer, at, diary)).toEqual([]);
          checked.at += 1;
        }
        if (stopsAt === null) continue;
        const step = { ...answer.planned, [quantity]: most + STEPS[quantity] };
        const beyond = planFor(runs, on, step, diary) as Numbers;
        const first = limitingFlags(beyond.flags)[0];
        if (most > 0) expect(first).toEqual(stopsAt);
        else expect(first).toBeDefined();
        checked.beyond += 1;
      }
    }),
    { numRuns: 40, endOnFailure: true },
  );
  expect(checked.at).toBeGreaterThan(20);
  expect(checked.beyond).toBeGreaterThan(40);
});
