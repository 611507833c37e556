import { describe, expect, it } from 'vitest';
import { statedMetres, statedSeconds } from '../../src/import/stated-total.ts';

describe('a total that a file states', () => {
  it.each([
    ['0', 0],
    ['10000.5', 10_000.5],
    ['1000000', 1_000_000],
    ['1000000.1', null],
    ['-1', null],
    ['1e999', null],
    ['NaN', null],
  ])('is metres up to a thousand kilometres: %s', (text, metres) => {
    expect(statedMetres(text)).toBe(metres);
  });

  it.each([
    ['3600', 3600],
    ['2678400', 2_678_400],
    ['2678401', null],
    ['4294967.295', null],
  ])('is seconds up to a month: %s', (text, seconds) => {
    expect(statedSeconds(text)).toBe(seconds);
  });
});
