import { describe, expect, it } from 'vitest';
import type { Flag } from '../../../src/analysis/flags/flag.ts';
import type { LocalDate } from '../../../src/analysis/local-date.ts';
import type { Units } from '../../../web/format.ts';
import { describeFlag } from '../../../web/words/en/flags.ts';

const day = (text: string): LocalDate => text as LocalDate;

const FLAG: Omit<Flag, 'rule' | 'quantity' | 'observed'> = {
  date: day('2026-05-07'),
  level: 'note',
  threshold: null,
  baseline: null,
  baselineLow: null,
  baselineDate: null,
  ratio: null,
  window: { from: day('2026-04-07'), to: day('2026-05-06') },
  runs: ['a'],
  evidence: ['clinical'],
  subject: null,
  raisedBy: [],
  parts: [],
};

type Told = Pick<Flag, 'rule' | 'quantity' | 'observed'> & Partial<Flag>;
const words = (told: Told, units: Units = 'km') => {
  const entries = Object.entries(describeFlag({ ...FLAG, ...told }, units));
  return Object.fromEntries(entries.map(([key, text]) => [key, text.replaceAll('\u00a0', ' ')]));
};

describe('training', () => {
  it('tells a first speed session by its fast distance', () => {
    const flag = words({ rule: 'first-speed-session', quantity: 'fastM', observed: 1240 });
    expect(flag.title).toBe('First speed session in 30 days');
    expect(flag.because).toBe('Thu 7 May: 1.2 km fast. No speed session in the 30 days before.');
    expect(flag.evidence).toBe('Clinical advice');
  });

  it('counts speed sessions on top of the routine', () => {
    const told: Told = { rule: 'speed-sessions-added', quantity: 'speedSessions', observed: 2 };
    expect(words({ ...told, baseline: 0 })).toMatchObject({
      title: '2 speed sessions in a week, on top of the routine',
      because: '2 speed sessions in the 7 days to 7 May. None in the four weeks before.',
    });
    expect(words({ ...told, baseline: 0.25 }).because).toBe(
      '2 speed sessions in the 7 days to 7 May. On average 0.3 a week in the four weeks before.',
    );
  });

  it('counts hill sprints', () => {
    expect(
      words({ rule: 'hill-sprints-introduced', quantity: 'hillSprints', observed: 6 }).because,
    ).toBe('Thu 7 May: 6 hill sprints. None in the 30 days before.');
  });

  const RAMP: Told = {
    rule: 'race-build-ramp',
    quantity: 'distanceM',
    level: 'above',
    observed: 42_000,
    baseline: 30_000,
    baselineDate: day('2026-04-12'),
    ratio: 1.4,
    evidence: ['clinical', 'heuristic'],
  };

  it('shows the arithmetic of a build by weeks', () => {
    expect(words(RAMP)).toMatchObject({
      because:
        'Three rising weeks in a row; the last two, to 7 May, average 42 km. The largest of the four weeks before: 30 km in the week to 12 Apr (+40%).',
      evidence: 'Clinical advice and our own estimate',
    });
  });

  it('is written in miles for those who run in miles', () => {
    expect(words(RAMP, 'mi').because).toContain('average 26 mi');
  });

  const RECOVERY: Told = {
    rule: 'short-recovery',
    quantity: 'hoursApart',
    observed: 23.9,
    baselineDate: day('2026-05-06'),
    evidence: ['mechanics'],
  };

  it('tells how close two hard runs were, never longer than they were', () => {
    expect(words(RECOVERY)).toMatchObject({
      title: 'Two hard runs within a day',
      because: 'Wed 6 May and Thu 7 May: two of your hardest runs, 23 hours apart.',
      evidence: 'Laboratory measurements of collagen, low certainty',
    });
  });

  it('says where symptoms raised it', () => {
    const flag = words({ ...RECOVERY, level: 'above', raisedBy: ['symptoms'] });
    expect(flag.title).toBe('Two hard runs within a day, with symptoms');
    expect(flag.because).toContain('Your check-ins tell of pain or stiffness around them.');
    expect(flag.advice).not.toBe(words(RECOVERY).advice);
  });
});

describe('context', () => {
  it('names the surface', () => {
    const flag = words({
      rule: 'surface-change',
      quantity: 'surfaceM',
      observed: 8040,
      subject: 'trail',
    });
    expect(flag.title).toBe('First run on trails in 30 days');
    expect(flag.because).toBe(
      'Thu 7 May: 8.0 km on trails. No run on trails in the 30 days before.',
    );
  });

  it('tells a new shoe and a lower heel apart', () => {
    const shoe: Told = {
      rule: 'shoe-change',
      quantity: 'newShoes',
      observed: 1,
      subject: 'Road Runner 3',
    };
    expect(words(shoe)).toMatchObject({
      title: 'A new shoe',
      because:
        'Thu 7 May: Road Runner 3, for the first time. The week holds no less running than the four before.',
    });
    expect(words({ ...shoe, quantity: 'heelDropMm', observed: 4, baseline: 10 })).toMatchObject({
      title: 'A lower heel',
      because:
        'Thu 7 May: Road Runner 3, heel drop 4 mm. The mean of the 30 days before: 10 mm. The week holds no less running than the four before.',
    });
  });

  it('names the sport as runners do', () => {
    const mixed = (subject: string) =>
      words({ rule: 'mixed-sports-week', quantity: 'distanceM', observed: 20_100, subject });
    expect(mixed('tennis').title).toBe('Tennis on top of a usual running week');
    expect(mixed('soccer').because).toBe(
      'Football and 20 km of running in the 7 days to 7 May, as much as usual. Starts, stops and jumps load the tendon too, and no number here holds them.',
    );
  });
});

describe('a stack with another shoe or surface', () => {
  const part = (rule: Flag['rule'], quantity: Flag['quantity']) => ({
    rule,
    quantity,
    date: FLAG.date,
    ratio: null,
  });
  const stack = (...parts: Flag['parts']) =>
    words({ rule: 'stacked-increases', quantity: 'fastM', observed: 1, parts });

  it('tells what rose and what changed', () => {
    const flag = stack(
      part('speed-sessions-added', 'speedSessions'),
      part('shoe-change', 'newShoes'),
    );
    expect(flag.title).toBe('More fast running and another shoe at once');
    expect(flag.because).toBe('More fast running and another shoe, all in the 7 days to 7 May.');
  });

  it('needs nothing to have risen', () => {
    expect(stack(part('shoe-change', 'heelDropMm'), part('surface-change', 'surfaceM')).title).toBe(
      'Another shoe and another surface at once',
    );
  });
});

it('no words of training or context speak of safety, danger, risk or a diagnosis', () => {
  const told: Told[] = [
    { rule: 'first-speed-session', quantity: 'fastM', observed: 500 },
    { rule: 'speed-sessions-added', quantity: 'speedSessions', observed: 2 },
    { rule: 'hill-sprints-introduced', quantity: 'hillSprints', observed: 3 },
    { rule: 'race-build-ramp', quantity: 'distanceM', observed: 40_000 },
    { rule: 'short-recovery', quantity: 'hoursApart', observed: 20 },
    { rule: 'surface-change', quantity: 'surfaceM', observed: 8000 },
    { rule: 'shoe-change', quantity: 'newShoes', observed: 1 },
    { rule: 'mixed-sports-week', quantity: 'distanceM', observed: 20_000 },
  ];
  for (const text of told.flatMap((flag) => Object.values(words(flag)))) {
    expect(text.length).toBeGreaterThan(5);
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(text).not.toMatch(/\bsafe|danger|\brisk|optimal|injur|you must|diagnos/i);
  }
});
