import { describe, expect, it } from 'vitest';
import { type Spot, WARNING_SIGNS } from '../../../src/analysis/diary.ts';
import type { Flag } from '../../../src/analysis/flags/flag.ts';
import { judgeHistory } from '../../../src/analysis/history.ts';
import { describeFlag, levelReasons } from '../../../web/words/en/flags.ts';
import { checkInOn, diaryOf } from '../../analysis/diary-builder.ts';
import { day, easyRuns } from '../../analysis/history-builder.ts';

const SETTINGS = { weekStart: 1, fastThresholdMps: null } as const;
const RUNS = [...easyRuns([0, 10], 5000), ...easyRuns([20], 8000)];

/** Every symptom there is, one after the other. */
const diaryAt = (spot: Spot | null) =>
  diaryOf({
    profile: { spot },
    signs: WARNING_SIGNS.map((sign) => ({ sign, from: day(20), until: null })),
    checkIns: [
      ...[1, 1, 1, 4, 4, 4].map((stiffness, daysLater) => checkInOn(day(daysLater), { stiffness })),
      ...[3, 4].map((painAfter, later) => checkInOn(day(6 + later), { painAfter })),
      checkInOn(day(20), { heelRaisesLeft: 15, heelRaisesRight: 20 }),
      checkInOn(day(21), { nextDayResponse: 'worse' }),
      ...Array.from({ length: 28 }, (_, later) =>
        checkInOn(day(30 + later), { stiffness: 1 + Math.floor(later / 7) }),
      ),
    ],
  });
const flagsAt = (spot: Spot | null): Flag[] =>
  judgeHistory(RUNS, SETTINGS, day(60), diaryAt(spot)).flags;
const FLAGS = flagsAt(null);
const told = (rule: Flag['rule'], flags: readonly Flag[] = FLAGS) => {
  const flag = flags.findLast((candidate) => candidate.rule === rule) as Flag;
  const { title, because, advice } = describeFlag(flag, 'km');
  return { title, because, advice };
};

describe('flags of symptoms', () => {
  it('tell stiffer mornings against the median of fourteen days', () => {
    const [, third] = FLAGS.filter(({ rule }) => rule === 'stiffness-rise');
    expect(describeFlag(third as Flag, 'km')).toMatchObject({
      title: 'Stiffer than your normal on 3 mornings',
      because: 'Sat 10 Jan: stiffness 4 of 10. Median of the 14 days before: 1 of 10.',
      evidence: 'Clinical advice',
    });
  });

  it('tell a flare with the day of the run before it and what was flagged of it', () => {
    expect(told('next-day-flare')).toEqual({
      title: 'Worse the morning after Sunday’s run',
      because: 'You said “worse” on Mon 26 Jan. Flagged of Sunday: distance.',
      advice: 'Reduce that trigger; do not test it. Leave out hills and fast running.',
    });
  });

  it('name no trigger where no run came before', () => {
    const flare = FLAGS.find(({ rule }) => rule === 'next-day-flare') as Flag;
    expect(describeFlag({ ...flare, runs: [], parts: [] }, 'km')).toMatchObject({
      title: 'Worse in the morning',
      advice: 'Do not test it. Leave out hills and fast running.',
    });
  });

  it('tell pain against the ceiling', () => {
    const [noted, above] = FLAGS.filter(({ rule }) => rule === 'pain-above-ceiling');
    expect(describeFlag(noted as Flag, 'km').title).toBe('Pain 3 of 10');
    expect(describeFlag(above as Flag, 'km')).toMatchObject({
      title: 'Pain 4 of 10, above your ceiling',
      because: 'Mon 12 Jan: worst pain of the day 4 of 10. Your ceiling: 3.',
    });
  });

  it('tell a drift, a gap of heel raises and symptoms that stay', () => {
    expect(told('baseline-drift').because).toMatch(
      /^Stiffness, median of 7 days: 4 of 10 to \d+ \w+, 1 of 10 three weeks before, up each week\.$/,
    );
    expect(told('capacity-gap').because).toBe(
      'Sun 25 Jan: 15 on the left, 20 on the other side. A common aim is nine in ten.',
    );
    expect(told('persistent-symptoms').advice).toBe('See a sports-medicine professional.');
  });

  it('say of every sign what to do at once', () => {
    const signs = FLAGS.filter(({ rule }) => rule === 'urgent-signs');
    expect(signs).toHaveLength(WARNING_SIGNS.length);
    for (const flag of signs) expect(describeFlag(flag, 'km').advice).toMatch(/^Do not run\. \w/);
  });

  it('name hills and bent ankles first at the heel bone, fast running first in the middle', () => {
    const adviceAt = (spot: Spot) => told('next-day-flare', flagsAt(spot)).advice;
    expect(adviceAt('heel-bone')).toContain('Leave out hills and deep calf stretches');
    expect(adviceAt('mid-portion')).toContain('Leave out fast running first, then hills.');
    expect(adviceAt('unsure')).toContain('Leave out hills and fast running.');
  });

  it('never speak of safety, of percentages, nor name a disease of the tendon', () => {
    for (const spot of ['heel-bone', 'mid-portion', null] as const) {
      const symptoms = flagsAt(spot).filter(({ evidence }) => evidence[0] === 'clinical');
      for (const flag of symptoms) {
        const text = Object.values(describeFlag(flag, 'km')).join(' ');
        expect(text).not.toMatch(/\bsafe|%|tendin|diagnos|risk|improved|bursitis/i);
      }
    }
  });
});

it('a raised level says why', () => {
  const flag = FLAGS[0] as Flag;
  expect(levelReasons({ ...flag, raisedBy: ['recent-trouble'] })).toEqual([
    'Raised one level: Achilles trouble in the last 12 months.',
  ]);
  expect(levelReasons({ ...flag, raisedBy: [] })).toEqual([]);
});
