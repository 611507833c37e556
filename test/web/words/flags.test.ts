import { describe, expect, it } from 'vitest';
import type { Flag, Quantity, RuleId } from '../../../src/analysis/flags/flag.ts';
import type { LocalDate } from '../../../src/analysis/local-date.ts';
import { describeFlag, LEVEL_WORDS, shownLevel } from '../../../web/words/en/flags.ts';

const day = (text: string): LocalDate => text as LocalDate;

const FLAG: Flag = {
  rule: 'session-distance-spike',
  date: day('2026-05-07'),
  level: 'above',
  quantity: 'distanceM',
  observed: 14_200,
  threshold: 12_100,
  baseline: 11_000,
  baselineLow: null,
  baselineDate: day('2026-05-03'),
  ratio: 14.2 / 11,
  window: { from: day('2026-04-07'), to: day('2026-05-06') },
  runs: ['a'],
  evidence: ['cohort'],
  subject: null,
  raisedBy: [],
  parts: [],
};

const words = (change: Partial<Flag>, units: 'km' | 'mi' = 'km') => {
  const entries = Object.entries(describeFlag({ ...FLAG, ...change }, units));
  return Object.fromEntries(entries.map(([key, text]) => [key, text.replaceAll('\u00a0', ' ')]));
};

describe('a session spike', () => {
  it('shows the run, the longest before it and the change', () => {
    expect(words({})).toEqual({
      title: 'Longest run in 30 days, by 29%',
      because: 'Thu 7 May: 14.2 km. Longest in the 30 days before: 11.0 km on 3 May (+29%).',
      advice: 'Keep the next runs at 11.0 km or less; no second long run this week.',
      evidence: 'Large study of runners, not Achilles-only',
    });
  });

  it('of a plan tells that flagged runs are left out, which may have been longer', () => {
    expect(words({ leavesOutSpikes: true })).toMatchObject({
      title: 'Longest run in 30 days, flagged runs left out, by 29%',
      because:
        'Thu 7 May: 14.2 km. Longest in the 30 days before, flagged runs left out: 11.0 km on 3 May (+29%).',
    });
    expect(words({ leavesOutSpikes: true, baseline: 0, ratio: null }).because).toBe(
      'Thu 7 May: 14.2 km. None in the 30 days before, flagged runs left out.',
    );
  });

  it('is written in miles for those who run in miles', () => {
    expect(words({}, 'mi').because).toBe(
      'Thu 7 May: 8.8 mi. Longest in the 30 days before: 6.8 mi on 3 May (+29%).',
    );
  });

  it('says so when the run was more than twice as long', () => {
    expect(words({ observed: 24_000, ratio: 24 / 11, level: 'well-above' }).title).toBe(
      'Longest run in 30 days, more than twice the one before',
    );
  });

  it('speaks of load in AE-km and calls it an estimate', () => {
    const load = words({
      rule: 'session-load-spike',
      quantity: 'loadAeKm',
      observed: 16.14,
      baseline: 12.2,
      ratio: 16.14 / 12.2,
      evidence: ['heuristic'],
    });
    expect(load.because).toBe(
      'Thu 7 May: 16.1 AE-km. Highest in the 30 days before: 12.2 AE-km on 3 May (+32%).',
    );
    expect(load.evidence).toBe('Our own estimate');
  });
});

describe('hills and speed', () => {
  it('names climb in metres or feet', () => {
    const climb = {
      rule: 'hill-spike',
      quantity: 'ascentM',
      observed: 310,
      baseline: 210,
    } as const;
    expect(words({ ...climb, ratio: 310 / 210 }).because).toBe(
      'Thu 7 May: 310 m of climb. Most in the 30 days before: 210 m on 3 May (+48%).',
    );
    expect(words({ ...climb, ratio: 310 / 210 }, 'mi').because).toContain('1,020 ft of climb');
  });

  it('does not divide by nothing when there was none before', () => {
    const fast = { rule: 'speed-spike', quantity: 'fastM', observed: 1_600 } as const;
    expect(words({ ...fast, baseline: 0, ratio: null }).because).toBe(
      'Thu 7 May: 1.6 km fast. None in the 30 days before.',
    );
  });
});

describe('a week above its usual range', () => {
  const week = {
    rule: 'week-above-usual',
    quantity: 'ascentM',
    observed: 430,
    baseline: 210,
    baselineLow: 120,
    ratio: 430 / 210,
    evidence: ['clinical'],
  } as const;

  it('shows the sum, the range and how far beyond its largest', () => {
    expect(words({ ...week, evidence: ['clinical'] })).toEqual({
      title: 'Climb above your usual week',
      because:
        '430 m of climb in the 7 days to 7 May. In the last eight weeks: 120–210 m (+105% over the largest).',
      advice: 'Ease off hills this week; bring them back gradually.',
      evidence: 'Clinical advice',
    });
  });

  it('rounds distance to half a kilometre, but few fast kilometres to a tenth', () => {
    const distance = { observed: 39_480, baseline: 32_060, baselineLow: 24_400, ratio: 1.23 };
    expect(words({ ...week, ...distance, quantity: 'distanceM' }).because).toBe(
      '39.5 km in the 7 days to 7 May. In the last eight weeks: 24.5–32 km (+23% over the largest).',
    );
    const few = { observed: 3_180, baseline: 1_380, baselineLow: 700, ratio: 2.3 };
    expect(words({ ...week, ...few, quantity: 'fastM' }).because).toBe(
      '3.2 km fast in the 7 days to 7 May. In the last eight weeks: 0.7–1.4 km (+130% over the largest).',
    );
  });

  it('admits that studies of weekly distance disagree', () => {
    expect(words({ ...week, quantity: 'distanceM', evidence: ['cohort'] }).evidence).toBe(
      'Studies of weekly distance disagree',
    );
  });

  it('is shown with the level of its range, not of its alarm', () => {
    expect(shownLevel({ ...FLAG, rule: 'week-above-usual', level: 'note' })).toBe('above');
    expect(shownLevel({ ...FLAG, rule: 'week-above-usual', level: 'above' })).toBe('well-above');
    expect(shownLevel({ ...FLAG, level: 'above' })).toBe('above');
  });
});

describe('a rise from next to nothing', () => {
  it('has no percentage, whatever the ratio says', () => {
    const fast = { rule: 'speed-spike', quantity: 'fastM', observed: 1_000 } as const;
    expect(words({ ...fast, baseline: 13.5, ratio: 74 }).because).toBe(
      'Thu 7 May: 1.0 km fast. Next to none in the 30 days before.',
    );
    expect(words({ ...fast, baseline: 13.5, ratio: 74 }).title).toBe(
      'Most fast running in 30 days',
    );
    expect(words({ ...fast, baseline: 0, ratio: null }).because).toContain(' None in the 30 days');
  });
});

describe('stacked increases', () => {
  const part = (quantity: Quantity, ratio: number | null) => ({
    rule: 'hill-spike' as RuleId,
    quantity,
    date: FLAG.date,
    ratio,
  });

  it('names each thing once, and leaves the numbers to the card of each', () => {
    const stacked = words({
      rule: 'stacked-increases',
      parts: [part('ascentM', 1.38), part('uphillM', 2.1), part('fastM', 1.45), part('fastM', 1.6)],
    });
    expect(stacked.title).toBe('Climb and fast running rose together');
    expect(stacked.because).toBe('Climb and fast running rose within the 7 days to 7 May.');
  });
});

describe('every flag', () => {
  const RULES: RuleId[] = [
    'session-distance-spike',
    'session-load-spike',
    'speed-spike',
    'hill-spike',
    'week-above-usual',
    'stacked-increases',
    'return-without-baseline',
  ];
  const QUANTITIES: Quantity[] = ['distanceM', 'ascentM', 'uphillM', 'fastM', 'loadAeKm'];
  const all = RULES.flatMap((rule) =>
    QUANTITIES.flatMap((quantity) =>
      [FLAG.ratio, 2.5, null].map((ratio) =>
        words({ rule, quantity, ratio, baseline: ratio === null ? null : FLAG.baseline }),
      ),
    ),
  );

  it('has a title, a reason, something to do and its evidence', () => {
    for (const flag of all) {
      for (const text of Object.values(flag)) {
        expect(text.length).toBeGreaterThan(5);
        expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
      }
    }
  });

  it('never speaks of safety, danger, risk or a diagnosis', () => {
    const text = all.flatMap((flag) => Object.values(flag)).join(' ');
    expect(text).not.toMatch(/\bsafe|danger|\brisk|optimal|injur|you must|diagnos/i);
    expect(Object.values(LEVEL_WORDS).join(' ')).not.toMatch(/safe|danger|risk/i);
  });
});
