import { describe, expect, test } from 'vitest';
import type { Flag } from '../../../src/analysis/flags/flag.ts';
import { withSymptoms } from '../../../src/analysis/flags/levels.ts';
import { checkInOn, diaryOf } from '../diary-builder.ts';
import { day, easyRuns } from '../history-builder.ts';
import { flagsOfRule } from './judged-flags.ts';

type Said = Parameters<typeof diaryOf>[0];
const flag = (others: Partial<Flag>): Flag => ({
  ...(flagsOfRule(
    'session-distance-spike',
    easyRuns([0], 5000).concat(easyRuns([20], 8000)),
  )[0] as Flag),
  ...others,
});
const raised = (others: Partial<Flag>, said: Said = {}) => {
  const { level, raisedBy } = withSymptoms(flag(others), diaryOf(said));
  return [level, ...raisedBy];
};
const on20 = (said: Parameters<typeof checkInOn>[1]): Said => ({
  checkIns: [checkInOn(day(20), said)],
});
const troubled = (daysBefore: number): Said => ({
  profile: { lastTroubleDate: day(20 - daysBefore) },
});

test('without symptoms a load flag is at most above, but for a run more than twice the longest', () => {
  expect(raised({ rule: 'speed-spike', level: 'well-above' })).toEqual(['above']);
  expect(raised({ rule: 'session-distance-spike', level: 'well-above' })).toEqual(['well-above']);
  expect(raised({ rule: 'week-above-usual', level: 'note' })).toEqual(['note']);
});

describe('with symptoms on its day', () => {
  test.each([
    ['pain of 2', on20({ painAfter: 2 }), ['note']],
    ['pain of 3', on20({ painAfter: 3 }), ['well-above', 'symptoms']],
    ['"same"', on20({ nextDayResponse: 'same' }), ['note']],
    ['"worse"', on20({ nextDayResponse: 'worse' }), ['well-above', 'symptoms']],
    ['no check-in', {}, ['note']],
  ])('%s', (_, said, expected) => {
    expect(raised({ rule: 'week-above-usual', level: 'note' }, said)).toEqual(expected);
  });

  test('a stiffer morning makes it well above', () => {
    const mornings = [1, 1, 1, 5].map((stiffness, index) =>
      checkInOn(day(17 + index), { stiffness }),
    );
    expect(raised({ level: 'above' }, { checkIns: mornings })).toEqual(['well-above', 'symptoms']);
    expect(raised({ level: 'above' }, { checkIns: mornings.slice(0, 3) })).toEqual(['above']);
  });

  test('what is well above by its own arithmetic was not raised', () => {
    expect(raised({ level: 'well-above' }, on20({ painAfter: 9 }))).toEqual(['well-above']);
  });

  test('a symptom of the next day was not known on the day', () => {
    expect(
      raised({ level: 'above' }, { checkIns: [checkInOn(day(21), { painAfter: 9 })] }),
    ).toEqual(['above']);
  });
});

describe('Achilles trouble', () => {
  test('of the last 365 days raises a load flag by one level, never to urgent', () => {
    expect(raised({ rule: 'hill-spike', level: 'note' }, troubled(365))).toEqual([
      'above',
      'recent-trouble',
    ]);
    expect(raised({ level: 'above' }, troubled(0))).toEqual(['well-above', 'recent-trouble']);
    expect(raised({ level: 'well-above' }, troubled(0))).toEqual(['well-above']);
    expect(raised({ rule: 'hill-spike', level: 'note' }, troubled(366))).toEqual(['note']);
  });

  test('of a later day was not known', () => {
    expect(raised({ level: 'above' }, troubled(-1))).toEqual(['above']);
  });
});

test('flags of symptoms and of context keep their level', () => {
  const said = { ...troubled(10), ...on20({ painAfter: 9 }) };
  expect(raised({ rule: 'shoe-change', level: 'note' }, said)).toEqual(['note']);
  expect(raised({ rule: 'return-without-baseline', level: 'note' }, said)).toEqual(['note']);
  expect(raised({ rule: 'capacity-gap', level: 'note' }, said)).toEqual(['note']);
});

test('short recovery has asked for symptoms itself, and is raised by trouble alone', () => {
  const own: Partial<Flag> = { rule: 'short-recovery', level: 'above', raisedBy: ['symptoms'] };
  expect(raised(own, on20({ painAfter: 9 }))).toEqual(['above', 'symptoms']);
  expect(raised(own, troubled(1))).toEqual(['well-above', 'symptoms', 'recent-trouble']);
});

test('the history gives its flags these levels', () => {
  const runs = [...easyRuns([0], 5000), ...easyRuns([20], 8000)];
  const diary = diaryOf(on20({ painDuring: 4 }));
  expect(flagsOfRule('session-distance-spike', runs, 20, diary)).toMatchObject([
    { level: 'well-above', raisedBy: ['symptoms'] },
  ]);
  expect(flagsOfRule('session-distance-spike', runs, 20)).toMatchObject([
    { level: 'above', raisedBy: [] },
  ]);
});
