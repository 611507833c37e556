import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SlidingMaximum } from '../../src/analysis/sliding-maximum.ts';

test('the largest value stays until its day has passed out of the window', () => {
  const maximum = new SlidingMaximum();
  maximum.add({ day: 1, value: 9 });
  maximum.add({ day: 3, value: 5 });
  expect(maximum.since(1)).toEqual({ day: 1, value: 9 });
  expect(maximum.since(2)).toEqual({ day: 3, value: 5 });
  expect(maximum.since(4)).toBeNull();
});

test('of equal values the newer counts', () => {
  const maximum = new SlidingMaximum();
  maximum.add({ day: 1, value: 5 });
  maximum.add({ day: 2, value: 5 });
  expect(maximum.since(0)).toEqual({ day: 2, value: 5 });
});

test('it agrees with looking at the whole window each time', () => {
  const series = fc.array(fc.record({ gap: fc.nat(3), value: fc.nat(20) }), { maxLength: 60 });
  fc.assert(
    fc.property(series, fc.integer({ min: 1, max: 10 }), (steps, length) => {
      const maximum = new SlidingMaximum();
      const seen: { day: number; value: number }[] = [];
      let day = 0;
      for (const { gap, value } of steps) {
        day += gap;
        seen.push({ day, value });
        maximum.add({ day, value });
        const inWindow = seen.filter((item) => item.day >= day - length).map((item) => item.value);
        expect(maximum.since(day - length)?.value).toBe(Math.max(...inWindow));
      }
    }),
  );
});
