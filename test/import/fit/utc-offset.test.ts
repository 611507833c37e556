import { describe, expect, it } from 'vitest';
import { utcOffset } from '../../../src/import/fit/utc-offset.ts';

const HOUR = 3600;

describe('the runner’s time zone', () => {
  it.each([
    ['west', -7 * HOUR],
    ['east', 8 * HOUR],
    ['of half and quarter hours', 5.75 * HOUR],
    ['furthest west', -12 * HOUR],
    ['furthest east', 14 * HOUR],
  ])('%s is what the file says', (_, offset) => {
    expect(utcOffset(offset)).toBe(offset);
  });

  it('is rounded where the two clocks were read up to a minute apart', () => {
    expect(utcOffset(2 * HOUR + 60)).toBe(2 * HOUR);
    expect(utcOffset(-2 * HOUR - 1)).toBe(-2 * HOUR);
  });

  it.each([
    ['missing', null],
    ['0, which apps write that do not know it', 0],
    ['next to 0', 30],
    ['off by more than a minute', 2 * HOUR + 61],
    ['beyond the easternmost zone', 14.25 * HOUR],
    ['beyond the westernmost zone', -12.25 * HOUR],
    ['that of a clock never set', 681_625_390],
    ['that of no local time at all', -1_000_000_000],
  ])('is unknown where it is %s', (_, offset) => {
    expect(utcOffset(offset)).toBeNull();
  });
});
