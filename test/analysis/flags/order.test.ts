import { expect, test } from 'vitest';
import type { Flag } from '../../../src/analysis/flags/flag.ts';
import { inOrder } from '../../../src/analysis/flags/order.ts';
import { day } from '../history-builder.ts';

function flag(rule: Flag['rule'], others: Partial<Flag> = {}): Flag {
  return {
    rule,
    date: day(0),
    level: 'above',
    quantity: 'distanceM',
    observed: 2,
    threshold: 1,
    baseline: 1,
    baselineLow: null,
    baselineDate: null,
    ratio: 2,
    window: { from: day(-30), to: day(-1) },
    runs: [],
    evidence: [],
    subject: null,
    raisedBy: [],
    parts: [],
    ...others,
  };
}
const rules = (flags: readonly Flag[]) => inOrder(flags).map(({ rule }) => rule);

test('session spikes come before stacked increases, and those before single ones', () => {
  const flags = [flag('hill-spike'), flag('stacked-increases'), flag('session-distance-spike')];
  expect(rules(flags)).toEqual(['session-distance-spike', 'stacked-increases', 'hill-spike']);
});

test('what is urgent comes first of all', () => {
  const urgent = flag('hill-spike', { level: 'urgent' });
  expect(inOrder([flag('session-distance-spike'), urgent])[0]).toBe(urgent);
});

test('of one kind the higher level comes first, then the later day', () => {
  const [high, late, early] = [
    flag('speed-spike', { level: 'well-above' }),
    flag('speed-spike', { date: day(2) }),
    flag('speed-spike', { date: day(1) }),
  ];
  expect(inOrder([early, late, high])).toEqual([high, late, early]);
});

test('a load spike that only repeats the distance spike of its run stands among the single flags', () => {
  const distance = flag('session-distance-spike', { runs: ['a'] });
  const load = (others: Partial<Flag>) =>
    flag('session-load-spike', { quantity: 'loadAeKm', runs: ['a'], ...others });
  const stack = flag('stacked-increases');
  const firstTwo = (repeat: Flag) => rules([stack, repeat, distance]).slice(0, 2);
  expect(firstTwo(load({}))).toEqual(['session-distance-spike', 'stacked-increases']);
  expect(firstTwo(load({ level: 'well-above' }))).toContain('session-load-spike');
  expect(firstTwo(load({ runs: ['b'] }))).toContain('session-load-spike');
});

test('the order does not depend on the order they came in', () => {
  const flags = [
    flag('week-above-usual', { quantity: 'ascentM' }),
    flag('week-above-usual', { quantity: 'fastM' }),
    flag('speed-spike', { quantity: 'fastM' }),
    flag('session-distance-spike', { runs: ['a'] }),
    flag('session-distance-spike', { runs: ['b'] }),
  ];
  expect(inOrder([...flags].reverse())).toEqual(inOrder(flags));
});

test('for a sore heel bone hills come first of the single flags, for the middle of the tendon speed does', () => {
  const hills = flag('hill-spike', { quantity: 'ascentM', date: day(0) });
  const speed = flag('speed-spike', { quantity: 'fastM', date: day(0) });
  expect(inOrder([speed, hills], 'heel-bone')[0]).toBe(hills);
  expect(inOrder([hills, speed], 'mid-portion')[0]).toBe(speed);
  const worse = flag('speed-spike', { quantity: 'fastM', level: 'well-above' });
  expect(inOrder([hills, worse], 'heel-bone')[0]).toBe(worse);
});
