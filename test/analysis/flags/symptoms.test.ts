import { describe, expect, test } from 'vitest';
import type { CheckIn } from '../../../src/analysis/diary.ts';
import type { RuleId } from '../../../src/analysis/flags/flag.ts';
import { checkInOn, diaryOf } from '../diary-builder.ts';
import { day, easyRuns } from '../history-builder.ts';
import { flagsOfRule, inWords } from './judged-flags.ts';

type Said = Parameters<typeof diaryOf>[0];
/** Of a runner who runs 5 km on the days 0 and 20. */
const flags = (rule: RuleId, said: Said, last = 120) =>
  flagsOfRule(rule, easyRuns([0, 20], 5000), last, diaryOf(said));
const words = (rule: RuleId, checkIns: CheckIn[]) => inWords(flags(rule, { checkIns }));
const daily = (
  key: 'stiffness' | 'stiffnessMin' | 'firstStepsPain',
  values: readonly (number | null)[],
) => values.map((value, daysLater) => checkInOn(day(daysLater), { [key]: value }));

describe('stiffness-rise', () => {
  test('is quiet on one stiffer morning, above on two, well above from three on', () => {
    expect(words('stiffness-rise', daily('stiffness', [1, 1, 1, 3, 1]))).toEqual([]);
    expect(words('stiffness-rise', daily('stiffness', [1, 1, 1, 3, 3, 3, 1]))).toEqual([
      'day 4 stiffness-rise stiffness above',
      'day 5 stiffness-rise stiffness well-above',
    ]);
  });

  test('is quiet below two points above the median, and below ten minutes', () => {
    expect(words('stiffness-rise', daily('stiffness', [1, 1, 1, 2, 2]))).toEqual([]);
    const minutes = (...values: number[]) =>
      values.map((stiffnessMin, daysLater) => checkInOn(day(daysLater), { stiffnessMin }));
    expect(words('stiffness-rise', minutes(5, 5, 5, 14, 14))).toEqual([]);
    expect(words('stiffness-rise', minutes(5, 5, 5, 15, 15))).toEqual([
      'day 4 stiffness-rise stiffnessMin above',
    ]);
  });

  test('tells the median, the limit, the mornings and the spot', () => {
    const checkIns = daily('stiffness', [1, 1, 2, 5, 6]);
    const spot = { ...(checkIns[0] as CheckIn), spot: 'heel-bone' as const };
    expect(flags('stiffness-rise', { checkIns: [spot, ...checkIns.slice(1)] })).toMatchObject([
      {
        observed: 6,
        baseline: 1.5,
        threshold: 3.5,
        ratio: null,
        subject: 'heel-bone',
        window: { from: day(-10), to: day(3) },
        parts: [{ date: day(3) }, { date: day(4) }],
      },
    ]);
  });
});

describe('next-day-flare', () => {
  const answered = (daysLater: number, nextDayResponse: CheckIn['nextDayResponse']) =>
    flags('next-day-flare', { checkIns: [checkInOn(day(daysLater), { nextDayResponse })] });

  test('is well above on "worse", and quiet on every other answer', () => {
    expect(answered(21, 'worse')).toMatchObject([{ level: 'well-above', date: day(21) }]);
    expect(answered(21, 'same')).toEqual([]);
    expect(answered(21, 'better')).toEqual([]);
    expect(answered(21, null)).toEqual([]);
  });

  test('names the run of up to two days before it', () => {
    expect(answered(22, 'worse')[0]?.runs).toEqual([`run-${day(20)}`]);
    expect(answered(23, 'worse')[0]?.runs).toEqual([]);
    expect(answered(20, 'worse')[0]?.runs).toEqual([]);
  });

  test('names what was flagged of that run', () => {
    const runs = [...easyRuns([0, 10], 5000), ...easyRuns([20], 8000)];
    const diary = diaryOf({ checkIns: [checkInOn(day(21), { nextDayResponse: 'worse' })] });
    const [flare] = flagsOfRule('next-day-flare', runs, 21, diary);
    expect(flare?.parts.map(({ rule }) => rule)).toContain('session-distance-spike');
  });
});

describe('pain-above-ceiling', () => {
  const pain = (painAfter: number, painCeiling = 3) =>
    flags('pain-above-ceiling', {
      checkIns: [checkInOn(day(20), { painAfter })],
      profile: { painCeiling },
    }).map(({ level, threshold }) => [level, threshold]);

  test('is quiet up to 2, a note up to the ceiling, well above beyond it', () => {
    expect(pain(2)).toEqual([]);
    expect(pain(3)).toEqual([['note', 2]]);
    expect(pain(4)).toEqual([['well-above', 3]]);
  });

  test("follows the runner's own ceiling", () => {
    expect(pain(5, 5)).toEqual([['note', 2]]);
    expect(pain(6, 5)).toEqual([['well-above', 5]]);
    expect(pain(2, 1)).toEqual([['well-above', 1]]);
  });

  test('names the runs of the day where they hurt most, not those of a painful morning', () => {
    const runsOf = (said: Partial<CheckIn>) =>
      flags('pain-above-ceiling', { checkIns: [checkInOn(day(20), said)] })[0]?.runs;
    expect(runsOf({ painDuring: 5, firstStepsPain: 1 })).toEqual([`run-${day(20)}`]);
    expect(runsOf({ painDuring: 1, firstStepsPain: 5 })).toEqual([]);
  });
});

describe('baseline-drift', () => {
  const weekly = (...medians: number[]) => medians.flatMap((value) => Array(7).fill(value));

  test('is above when the weekly median rose three times in a row, of stiffness or of first steps', () => {
    for (const quantity of ['stiffness', 'firstStepsPain'] as const) {
      expect(words('baseline-drift', daily(quantity, weekly(1, 2, 3, 4)))).toEqual([
        `day 24 baseline-drift ${quantity} above`,
      ]);
      expect(words('baseline-drift', daily(quantity, weekly(1, 2, 3, 3)))).toEqual([]);
      expect(words('baseline-drift', daily(quantity, weekly(2, 2, 3, 4)))).toEqual([]);
    }
  });

  test('is told once in seven days while it goes on', () => {
    const dates = flags('baseline-drift', { checkIns: daily('stiffness', weekly(1, 2, 3, 4, 5)) });
    expect(dates.map(({ date }) => date)).toEqual([day(24), day(31)]);
  });

  test('needs three mornings of each week', () => {
    const said = (perWeek: number) =>
      weekly(1, 2, 3, 4).map((value, daysLater) => (daysLater % 7 < perWeek ? value : null));
    expect(words('baseline-drift', daily('stiffness', said(3)))).toHaveLength(1);
    expect(words('baseline-drift', daily('stiffness', said(2)))).toEqual([]);
  });
});

describe('capacity-gap', () => {
  const raises = (heelRaisesLeft: number | null, heelRaisesRight: number | null) =>
    flags('capacity-gap', {
      checkIns: [checkInOn(day(20), { heelRaisesLeft, heelRaisesRight })],
    });

  test('is quiet at nine in ten of the stronger side, a note below', () => {
    expect(raises(18, 20)).toEqual([]);
    expect(raises(27, 30)).toEqual([]);
    expect(raises(20, 17)).toMatchObject([
      { level: 'note', observed: 17, baseline: 20, threshold: 18, subject: 'right' },
    ]);
    expect(raises(0, 20)).toMatchObject([{ observed: 0, subject: 'left' }]);
  });

  test('needs both sides', () => {
    expect(raises(10, null)).toEqual([]);
    expect(raises(0, 0)).toEqual([]);
  });
});

describe('persistent-symptoms', () => {
  test('is a note once symptoms are logged over fourteen days', () => {
    expect(words('persistent-symptoms', daily('stiffness', Array(13).fill(2)))).toEqual([]);
    expect(words('persistent-symptoms', daily('stiffness', Array(14).fill(2)))).toEqual([
      'day 13 persistent-symptoms symptomDays note',
    ]);
  });

  test('leaves alone what many mornings are like: 1 in 10, or a few minutes', () => {
    expect(words('persistent-symptoms', daily('stiffness', Array(30).fill(1)))).toEqual([]);
    expect(words('persistent-symptoms', daily('stiffnessMin', Array(30).fill(9)))).toEqual([]);
    expect(words('persistent-symptoms', daily('stiffnessMin', Array(14).fill(10)))).toHaveLength(1);
  });

  test('counts pain above the ceiling, not pain at it', () => {
    expect(words('persistent-symptoms', daily('firstStepsPain', Array(14).fill(3)))).toEqual([]);
    expect(words('persistent-symptoms', daily('firstStepsPain', Array(14).fill(4)))).toHaveLength(
      1,
    );
  });

  test('goes on over two quiet days between, not over three', () => {
    const every = (step: number) =>
      Array.from({ length: 20 }, (_, daysLater) => (daysLater % step === 0 ? 2 : 0));
    expect(words('persistent-symptoms', daily('stiffness', every(3)))).toHaveLength(1);
    expect(words('persistent-symptoms', daily('stiffness', every(4)))).toEqual([]);
  });

  test('is told again after two weeks', () => {
    expect(words('persistent-symptoms', daily('stiffness', Array(30).fill(2)))).toEqual([
      'day 13 persistent-symptoms symptomDays note',
      'day 27 persistent-symptoms symptomDays note',
    ]);
  });
});

describe('urgent-signs', () => {
  test('is urgent on the day a box is ticked, once for each box', () => {
    const signs = [
      { sign: 'sudden-pop', from: day(3), until: null },
      { sign: 'calf-swelling', from: day(3), until: day(5) },
    ] as const;
    expect(flags('urgent-signs', { signs })).toMatchObject([
      { level: 'urgent', date: day(3), subject: 'sudden-pop' },
      { level: 'urgent', date: day(3), subject: 'calf-swelling' },
    ]);
  });

  test('is not raised of a day to come', () => {
    const signs = [{ sign: 'sudden-pop', from: day(21), until: null }] as const;
    expect(flags('urgent-signs', { signs }, 20)).toEqual([]);
    expect(flags('urgent-signs', { signs }, 21)).toHaveLength(1);
  });
});

test('a check-in without a word raises nothing', () => {
  const checkIns = Array.from({ length: 30 }, (_, daysLater) => checkInOn(day(daysLater)));
  const rules = ['stiffness-rise', 'pain-above-ceiling', 'persistent-symptoms'] as const;
  expect(rules.flatMap((rule) => flags(rule, { checkIns }))).toEqual([]);
});
