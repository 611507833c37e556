import { describe, expect, it } from 'vitest';
import { timeLeft } from '../../../web/client/imports/time-left.ts';

describe('the time left of an import', () => {
  it('is unknown until enough was done to tell', () => {
    const left = timeLeft();
    expect(left.leftS(0, true, 0)).toBeNull();
    expect(left.leftS(0.5, true, 1900)).toBeNull();
    expect(left.leftS(0.01, true, 5000)).toBeNull();
    expect(left.leftS(0.02, true, 5000)).toBeCloseTo(245);
  });

  it('follows from the time so far', () => {
    const left = timeLeft();
    left.leftS(0, true, 0);
    expect(left.leftS(0.25, true, 10_000)).toBeCloseTo(30);
  });

  it('does not count a pause', () => {
    const left = timeLeft();
    left.leftS(0, true, 0);
    left.leftS(0.25, false, 10_000);
    left.leftS(0.25, true, 500_000);
    expect(left.leftS(0.5, true, 510_000)).toBeCloseTo(20);
  });
});
