import { describe, expect, it } from 'vitest';
import { distanceScale } from '../../src/analysis/calibrated-distance.ts';
import { NO_TOTALS } from './steady-run.ts';

const scale = (sessionM: number | null, streamM: number, streamS = 3600, timerS = 3600) =>
  distanceScale({ ...NO_TOTALS, distanceM: sessionM, timerS }, streamM, streamS);

describe('the scale of a stream', () => {
  it('is 1 up to 0.5 % from the total of the session', () => {
    expect(scale(10_000, 10_050)).toBe(1);
    expect(scale(10_000, 9_950)).toBe(1);
  });

  it('brings it to the total of the session beyond 0.5 %', () => {
    expect(scale(10_000, 10_051)).toBe(10_000 / 10_051);
    expect(scale(10_000, 9_949)).toBe(10_000 / 9_949);
    expect(scale(10_000, 11_223)).toBe(10_000 / 11_223);
  });

  it('is 1 where the stream covers less than 90 % of the time: it lost samples', () => {
    expect(scale(10_000, 8_000, 3_240)).toBe(10_000 / 8_000);
    expect(scale(10_000, 8_000, 3_239)).toBe(1);
  });

  it('is 1 where the two cannot be the same run', () => {
    expect(scale(10_000, 5_000)).toBe(2);
    expect(scale(10_000, 4_999)).toBe(1);
    expect(scale(10_000, 20_000)).toBe(0.5);
    expect(scale(10_000, 20_001)).toBe(1);
  });

  it('is 1 without a total, and for a stream without length', () => {
    expect(scale(null, 9_000)).toBe(1);
    expect(scale(0, 9_000)).toBe(1);
    expect(scale(10_000, 0)).toBe(1);
  });
});
