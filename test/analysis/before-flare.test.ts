import { expect, test } from 'vitest';
import { beforeFlare } from '../../src/analysis/before-flare.ts';
import { judgeHistory } from '../../src/analysis/history.ts';
import { checkInOn, diaryOf } from './diary-builder.ts';
import { day, easyRuns, recordedRun } from './history-builder.ts';

const SETTINGS = { weekStart: 1, fastThresholdMps: null } as const;
const runs = [
  ...easyRuns([0, 10, 17], 5000),
  recordedRun(day(18), 8000),
  recordedRun(day(19), 12_000),
  ...easyRuns([60, 61], 5000),
];
const checkIns = [
  checkInOn(day(50), { painAfter: 5 }),
  checkInOn(day(61), { painAfter: 6, firstStepsPain: 2 }),
];
const history = judgeHistory(runs, SETTINGS, day(90), diaryOf({ checkIns }));

test('lists the days with flags of the six weeks before, newest first', () => {
  const { on, from, said, days } = beforeFlare(history, day(61));
  expect({ on, from, said }).toEqual({ on: day(61), from: day(19), said: checkIns[1] });
  expect(days.map(({ daysBefore, flags }) => [daysBefore, flags[0]?.rule])).toEqual([
    [1, 'return-without-baseline'],
    [11, 'pain-above-ceiling'],
    [42, 'session-distance-spike'],
  ]);
  expect(days.at(-1)?.runs).toMatchObject([{ runId: `run-${day(19)}`, distanceM: 12_000 }]);
});

test('the forty-third day before is not asked, and the symptom of the day is not its own cause', () => {
  expect(beforeFlare(history, day(62)).days.map(({ daysBefore }) => daysBefore)).toEqual([
    1, 2, 12,
  ]);
  expect(beforeFlare(history, day(50)).days.map(({ date }) => date)).toEqual([day(19), day(18)]);
});

test('a day without a check-in or a flag has none', () => {
  expect(beforeFlare(history, day(-5))).toEqual({
    on: day(-5),
    from: day(-47),
    said: null,
    days: [],
  });
});
