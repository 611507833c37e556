import { describe, expect, test } from 'vitest';
import type { CheckIn } from '../../src/analysis/diary.ts';
import { symptomsOn } from '../../src/analysis/symptoms.ts';
import { checkInOn, diaryOf } from './diary-builder.ts';
import { day } from './history-builder.ts';

const on = (daysLater: number, checkIns: readonly CheckIn[], painCeiling = 3) =>
  symptomsOn(diaryOf({ checkIns, profile: { painCeiling } }), day(daysLater));
/** Mornings from day 0 on. */
const mornings = (...points: (number | null)[]) =>
  points.map((stiffness, daysLater) => checkInOn(day(daysLater), { stiffness }));

describe('pain', () => {
  test.each([
    [2, false],
    [2.5, true],
  ])('%s of 10 is pain worth noticing: %s', (painDuring, hasPain) => {
    expect(on(0, [checkInOn(day(0), { painDuring })]).hasPain).toBe(hasPain);
  });

  test.each([
    [3, 3, false],
    [4, 3, true],
    [4, 5, false],
    [6, 5, true],
  ])('%s of 10 with a ceiling of %s is above it: %s', (painAfter, ceiling, isAbove) => {
    expect(on(0, [checkInOn(day(0), { painAfter })], ceiling).isAboveCeiling).toBe(isAbove);
  });

  test('is the worst of first steps, during and after', () => {
    const said = checkInOn(day(0), { firstStepsPain: 1, painDuring: 4, painAfter: 2 });
    expect(on(0, [said]).pain).toEqual({ value: 4, date: day(0) });
  });

  test.each([
    [2, true],
    [3, null],
  ])('said %s days ago, with silence since, it stands: %s', (daysLater, hasPain) => {
    const said = [checkInOn(day(0), { painAfter: 5 }), checkInOn(day(1), { stiffness: 0 })];
    expect(on(daysLater, said).hasPain).toBe(hasPain);
  });

  test('a later word ends it', () => {
    const said = [checkInOn(day(0), { painAfter: 5 }), checkInOn(day(1), { firstStepsPain: 0 })];
    expect(on(1, said)).toMatchObject({ hasPain: false, isSymptomatic: false });
  });
});

describe('what is not said', () => {
  const NOTHING = {
    pain: null,
    hasPain: null,
    isAboveCeiling: null,
    isStiffer: null,
    stifferMornings: [],
    nextDayResponse: null,
    isSymptomatic: null,
  };

  test('is unknown, and never "no symptoms"', () => {
    expect(on(0, [])).toEqual(NOTHING);
    expect(on(0, [checkInOn(day(0), { note: 'rest' })])).toEqual(NOTHING);
  });

  test('on the day after is not known on the day', () => {
    expect(on(0, [checkInOn(day(1), { painAfter: 9, nextDayResponse: 'worse' })])).toEqual(NOTHING);
  });

  test('of two mornings and answered "no" on one is known for that one alone', () => {
    expect(on(1, [checkInOn(day(1), { firstStepsPain: 0 })])).toMatchObject({
      hasPain: false,
      isStiffer: null,
      isSymptomatic: false,
    });
  });
});

describe('a stiffer morning', () => {
  test.each([
    [2, false],
    [3, true],
  ])('with a normal of 1 is one of %s points: %s', (stiffness, isStiffer) => {
    expect(on(3, mornings(1, 1, 1, stiffness)).isStiffer).toBe(isStiffer);
  });

  test.each([
    [14, false],
    [15, true],
  ])('with a normal of 5 minutes is one of %s minutes: %s', (stiffnessMin, isStiffer) => {
    const said = [5, 5, 5, stiffnessMin].map((minutes, daysLater) =>
      checkInOn(day(daysLater), { stiffnessMin: minutes }),
    );
    expect(on(3, said).isStiffer).toBe(isStiffer);
  });

  test.each([
    [[1, 1, 8], null],
    [[1, 1, 1, 8], true],
  ])('needs three mornings before it: %s', (points, isStiffer) => {
    expect(on(points.length - 1, mornings(...points)).isStiffer).toBe(isStiffer);
  });

  test.each([
    [14, true],
    [15, null],
  ])(
    'is compared with mornings up to 14 days back; %s days after the first of three: %s',
    (later, isStiffer) => {
      const said = mornings(1, 1, 1);
      const morning = checkInOn(day(later), { stiffness: 8 });
      expect(on(later, [...said, morning]).isStiffer).toBe(isStiffer);
    },
  );

  test('goes on a row over one morning without a word, not over two', () => {
    const row = (...points: (number | null)[]) =>
      on(points.length - 1, mornings(...points)).stifferMornings.length;
    expect(row(1, 1, 1, 5, 5)).toBe(2);
    expect(row(1, 1, 1, 5, null, 5)).toBe(2);
    expect(row(1, 1, 1, 5, null, null, 5)).toBe(1);
    expect(row(1, 1, 1, 5, 1, 5)).toBe(1);
  });

  test('stands for three days of silence, and one like the others ends it', () => {
    const stiff = mornings(1, 1, 1, 5);
    expect([4, 5, 6].map((later) => on(later, stiff).isStiffer)).toEqual([true, true, null]);
    expect(on(4, mornings(1, 1, 1, 5, 2)).isStiffer).toBe(false);
  });
});

test('"worse" is a symptom until another answer', () => {
  const worse = checkInOn(day(0), { nextDayResponse: 'worse' });
  const same = checkInOn(day(1), { nextDayResponse: 'same' });
  expect(on(0, [worse]).isSymptomatic).toBe(true);
  expect(on(1, [worse, same])).toMatchObject({
    nextDayResponse: { response: 'same', date: day(1) },
    isSymptomatic: false,
  });
});
