import { expect, test } from 'vitest';
import type { CheckIn, Diary, WarningSign } from '../../src/analysis/diary.ts';
import { guidanceOn } from '../../src/analysis/guidance.ts';
import { checkInOn, diaryOf } from './diary-builder.ts';
import { day } from './history-builder.ts';

const on = (daysLater: number, diary: Parameters<typeof diaryOf>[0]) =>
  guidanceOn(diaryOf(diary), day(daysLater));
const mornings = (...points: number[]): CheckIn[] =>
  points.map((stiffness, daysLater) => checkInOn(day(daysLater), { stiffness }));

test('a diary without a word says nothing against running', () => {
  expect(on(0, {})).toEqual({ kind: 'usual', reasons: [] });
});

test('two stiffer mornings do not hold, three do', () => {
  expect(on(4, { checkIns: mornings(1, 1, 1, 5, 5) }).kind).toBe('usual');
  expect(on(5, { checkIns: mornings(1, 1, 1, 5, 5, 5) })).toEqual({
    kind: 'hold',
    reasons: [{ kind: 'stiffer-mornings', mornings: 3, date: day(5) }],
  });
});

test('pain at the ceiling does not hold, above it does', () => {
  const pain = (painDuring: number) => ({ checkIns: [checkInOn(day(0), { painDuring })] });
  expect(on(0, pain(3)).kind).toBe('usual');
  expect(on(0, pain(4))).toEqual({
    kind: 'hold',
    reasons: [{ kind: 'pain-above-ceiling', pain: 4, ceiling: 3, date: day(0) }],
  });
});

test('"worse" holds until a later morning says otherwise, or three days are over', () => {
  const worse = checkInOn(day(0), { nextDayResponse: 'worse' });
  const kinds = (checkIns: CheckIn[]) => [0, 1, 2, 3].map((later) => on(later, { checkIns }).kind);
  expect(kinds([worse])).toEqual(['hold', 'hold', 'hold', 'usual']);
  const better = checkInOn(day(1), { nextDayResponse: 'better' });
  expect(kinds([worse, better])).toEqual(['hold', 'usual', 'usual', 'usual']);
});

test('of several signs the one that is most urgent comes first, whenever it was ticked', () => {
  const ticked = (sign: WarningSign, from: number) => ({ sign, from: day(from), until: null });
  const signs = [
    ticked('fluoroquinolone', 0),
    ticked('calf-swelling', 1),
    ticked('breathless-or-chest-pain', 2),
    ticked('sudden-pop', 3),
  ];
  expect(on(3, { signs }).reasons.map((reason) => 'sign' in reason && reason.sign)).toEqual([
    'sudden-pop',
    'breathless-or-chest-pain',
    'calf-swelling',
    'fluoroquinolone',
  ]);
});

test('a ticked sign is urgent from its day until it is unticked, whatever else is said', () => {
  const signs: Diary['signs'] = [{ sign: 'sudden-pop', from: day(1), until: day(40) }];
  const checkIns = [checkInOn(day(1), { painAfter: 9 })];
  const kinds = [0, 1, 39, 40].map((later) => on(later, { signs, checkIns }).kind);
  expect(kinds).toEqual(['usual', 'urgent', 'urgent', 'usual']);
  expect(on(1, { signs, checkIns }).reasons).toEqual([
    { kind: 'sign', sign: 'sudden-pop', date: day(1) },
  ]);
});
