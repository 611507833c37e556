import { describe, expect, it } from 'vitest';
import { FIRST_PAUSE_MS, type Looked, nextLookMs } from '../../../web/client/strava/next-look.ts';

const looked = (change: Partial<Looked> = {}): Looked => ({
  isUnderWay: true,
  hasChanged: false,
  waitS: 0,
  ...change,
});

/** Pauses of so many looks that find the same. */
function pauses(what: Looked | 'failed', count: number): number[] {
  const found: number[] = [];
  for (let pauseMs = FIRST_PAUSE_MS; found.length < count; ) {
    pauseMs = nextLookMs(pauseMs, what) as number;
    found.push(pauseMs);
  }
  return found;
}

describe('an open page asks again', () => {
  it('every few seconds while runs come in', () => {
    expect(nextLookMs(30_000, looked({ hasChanged: true }))).toBe(3_000);
  });

  it('more and more seldom while nothing comes, but twice a minute', () => {
    expect(pauses(looked(), 7)).toEqual([4500, 6750, 10_125, 15_187.5, 22_781.25, 30_000, 30_000]);
  });

  it('when the site itself asks Strava again, looking in every five minutes', () => {
    expect(nextLookMs(FIRST_PAUSE_MS, looked({ waitS: 120 }))).toBe(120_000);
    expect(nextLookMs(FIRST_PAUSE_MS, looked({ waitS: 800, hasChanged: true }))).toBe(300_000);
    expect(nextLookMs(FIRST_PAUSE_MS, looked({ waitS: -5 }))).toBe(4500);
  });

  it('not at all once everything is here', () => {
    expect(nextLookMs(FIRST_PAUSE_MS, looked({ isUnderWay: false, hasChanged: true }))).toBeNull();
  });

  it('less and less often of a site that does not answer, but never gives up', () => {
    expect(pauses('failed', 8)).toEqual([
      6000, 12_000, 24_000, 48_000, 96_000, 192_000, 300_000, 300_000,
    ]);
    expect(nextLookMs(1, 'failed')).toBe(5_000);
  });
});
