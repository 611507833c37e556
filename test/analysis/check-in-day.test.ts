import { expect, it } from 'vitest';
import { checkInDay } from '../../src/analysis/check-in-day.ts';
import type { JudgedRun } from '../../src/analysis/judged-run.ts';
import { addDays, type LocalDate } from '../../src/analysis/local-date.ts';
import { checkInOn, diaryOf } from './diary-builder.ts';

const TODAY = '2026-03-20' as LocalDate;
const daysAgo = (days: number) => addDays(TODAY, -days);

/** As far as the day asks. */
const runOn = (localDate: LocalDate, distanceM: number | null) =>
  ({ localDate, exposure: { distanceM } }) as JudgedRun;

it('asks of the last run within two days, with all runs of its day, and remembers how it hurt', () => {
  const runs = [runOn(daysAgo(3), 5_000), runOn(daysAgo(2), 8_000), runOn(daysAgo(2), 4_100)];
  const diary = diaryOf({ checkIns: [checkInOn(daysAgo(2), { painDuring: 1, painAfter: 3 })] });
  expect(checkInDay(TODAY, TODAY, diary, runs)).toMatchObject({
    lastRun: { date: daysAgo(2), distanceM: 12_100 },
    lastRunPain: 3,
    running: null,
  });
  const later = checkInDay(addDays(TODAY, 1), addDays(TODAY, 1), diary, runs);
  expect(later).toMatchObject({ lastRun: null, lastRunPain: null });
});

it('a run of unknown distance leaves its day without one', () => {
  const runs = [runOn(TODAY, 8_000), runOn(TODAY, null)];
  const { running } = checkInDay(TODAY, TODAY, diaryOf(), runs);
  expect(running).toEqual({ date: TODAY, distanceM: null });
});

it('remembers where it hurt when that was last said before the day, never after it', () => {
  const diary = diaryOf({
    checkIns: [
      checkInOn(daysAgo(9), { side: 'left', spot: 'mid-portion' }),
      checkInOn(daysAgo(5), { stiffness: 1 }),
      checkInOn(daysAgo(1), { side: 'right' }),
    ],
  });
  expect(checkInDay(daysAgo(2), TODAY, diary, []).place).toEqual({
    side: 'left',
    spot: 'mid-portion',
  });
  expect(checkInDay(TODAY, TODAY, diary, []).place).toEqual({ side: 'right', spot: null });
});

it('heel raises are due a week after the last count, and when there was none', () => {
  const counted = (days: number) =>
    diaryOf({ checkIns: [checkInOn(daysAgo(days), { heelRaisesRight: 20 })] });
  expect(checkInDay(TODAY, TODAY, counted(7), []).isHeelRaiseDue).toBe(true);
  expect(checkInDay(TODAY, TODAY, counted(6), []).isHeelRaiseDue).toBe(false);
  expect(checkInDay(TODAY, TODAY, diaryOf(), []).isHeelRaiseDue).toBe(true);
});

it('names the days missed of the last seven, since the first check-in, and not today', () => {
  const said = (...days: number[]) => diaryOf({ checkIns: days.map((d) => checkInOn(daysAgo(d))) });
  expect(checkInDay(TODAY, TODAY, said(20, 6, 5, 4, 2, 1), []).missed).toEqual([
    daysAgo(7),
    daysAgo(3),
  ]);
  expect(checkInDay(TODAY, TODAY, said(2), []).missed).toEqual([daysAgo(1)]);
  expect(checkInDay(TODAY, TODAY, said(), []).missed).toEqual([]);
});

it('a sign that is ticked now is ticked on every day that is looked at; one that is over on none', () => {
  const diary = diaryOf({
    signs: [
      { sign: 'calf-swelling', from: daysAgo(9), until: daysAgo(2) },
      { sign: 'sudden-pop', from: daysAgo(1), until: null },
    ],
  });
  for (const date of [TODAY, daysAgo(5)]) {
    expect(checkInDay(date, TODAY, diary, []).signs).toEqual(['sudden-pop']);
  }
});
