import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dashboardView } from '../../src/analysis/dashboard-view.ts';
import {
  type CheckIn,
  type Diary,
  NEXT_DAY_RESPONSES,
  WARNING_SIGNS,
} from '../../src/analysis/diary.ts';
import { judgeHistory } from '../../src/analysis/history.ts';
import type { HistoryRun } from '../../src/analysis/judged-run.ts';
import { checkInOn, diaryOf } from './diary-builder.ts';
import { day, recordedRun } from './history-builder.ts';

const SETTINGS = { weekStart: 1, fastThresholdMps: null } as const;
const DAYS = 500;

const ten = fc.option(fc.nat(10));
const checkIns: fc.Arbitrary<CheckIn[]> = fc
  .uniqueArray(
    fc.record({
      daysLater: fc.nat(DAYS),
      said: fc.record({
        stiffness: ten,
        firstStepsPain: ten,
        painAfter: ten,
        nextDayResponse: fc.option(fc.constantFrom(...NEXT_DAY_RESPONSES)),
        heelRaisesLeft: ten,
        heelRaisesRight: ten,
      }),
    }),
    { selector: ({ daysLater }) => daysLater, minLength: 100, maxLength: 300 },
  )
  .map((days) =>
    days
      .sort((a, b) => a.daysLater - b.daysLater)
      .map(({ daysLater, said }) => checkInOn(day(daysLater), said)),
  );
const runs: fc.Arbitrary<HistoryRun[]> = fc
  .uniqueArray(
    fc.record({
      daysLater: fc.nat(DAYS),
      metres: fc.integer({ min: 3000, max: 16_000 }),
      speedMps: fc.constantFrom(2.78, 3.75),
      gradePercent: fc.constantFrom(0, 7),
    }),
    { selector: ({ daysLater }) => daysLater, minLength: 100, maxLength: 250 },
  )
  .map((specs) => specs.map(({ daysLater, ...part }) => recordedRun(day(daysLater), [part])));
const signs = fc
  .array(fc.record({ sign: fc.constantFrom(...WARNING_SIGNS), from: fc.nat(DAYS) }), {
    maxLength: 3,
  })
  .map((ticks) => ticks.map(({ sign, from }) => ({ sign, from: day(from), until: null })));

/** What a runner had on a day. */
function upTo(diary: Diary, last: number): Diary {
  return {
    ...diary,
    checkIns: diary.checkIns.filter(({ date }) => date <= day(last)),
    signs: diary.signs.filter(({ from }) => from <= day(last)),
  };
}

test('a past day is shown as it was, whatever runs and check-ins came later', () => {
  fc.assert(
    fc.property(runs, checkIns, signs, fc.nat(DAYS), (all, said, ticked, past) => {
      const diary = diaryOf({
        checkIns: said,
        signs: ticked,
        profile: { lastTroubleDate: day(200) },
      });
      const later = judgeHistory(all, SETTINGS, day(DAYS), diary);
      const then = judgeHistory(
        all.filter(({ localDate }) => localDate <= day(past)),
        SETTINGS,
        day(past),
        upTo(diary, past),
      );
      expect(dashboardView(later, day(DAYS), day(past))).toEqual({
        ...dashboardView(then, day(past), day(past)),
        today: day(DAYS),
      });
      expect(later.flags.filter(({ date }) => date <= day(past))).toEqual(then.flags);
    }),
    { numRuns: 40 },
  );
});

test('a view of many years holds one year day by day and the rest by month', () => {
  const years = Array.from({ length: 900 }, (_, index) => recordedRun(day(index * 4), 8000));
  const said = Array.from({ length: 3600 }, (_, daysLater) =>
    checkInOn(day(daysLater), { stiffness: daysLater % 3 }),
  );
  const history = judgeHistory(years, SETTINGS, day(3599), diaryOf({ checkIns: said }));
  const view = dashboardView(history, day(3599));
  expect(view.weeks).toHaveLength(53);
  expect(view.months?.length).toBeGreaterThan(115);
  expect(view.months?.length).toBeLessThan(121);
  const first = view.weeks[0]?.start;
  // The month of the day looked at is averaged afresh: nothing of it may differ from the history's own.
  expect(view.months).toEqual(history.months);
  expect(view.loadLine?.firstDate).toBe(first);
  expect(view.symptoms?.firstDate).toBe(first);
  expect(view.symptoms?.days).toHaveLength(view.loadLine?.loadAeKm.length ?? 0);
  expect(view.sessions.every(({ date }) => date >= (first ?? ''))).toBe(true);
  expect(JSON.stringify(view).length).toBeLessThan(400_000);
});
