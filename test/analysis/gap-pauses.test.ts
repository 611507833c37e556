import { describe, expect, it } from 'vitest';
import type { Samples } from '../../src/analysis/activity.ts';
import { gapPauses } from '../../src/analysis/gap-pauses.ts';

/** Samples a second apart at 2.5 m/s, then a gap with so many metres in it, then on. */
function withGap(gapS: number, metres: number, spacingS = 1): Samples {
  const timeS: number[] = [];
  const distanceM: number[] = [];
  for (let i = 0; i <= 20; i++) {
    timeS.push(i * spacingS);
    distanceM.push(i * spacingS * 2.5);
  }
  const [stopS, stopM] = [20 * spacingS + gapS, 50 * spacingS + metres];
  for (let i = 0; i <= 20; i++) {
    timeS.push(stopS + i * spacingS);
    distanceM.push(stopM + i * spacingS * 2.5);
  }
  return {
    count: timeS.length,
    timeS: Float64Array.from(timeS),
    distanceM: Float64Array.from(distanceM),
    speedMps: null,
    altitudeM: null,
    cadenceSpm: null,
    heartRateBpm: null,
    powerW: null,
    latitudeDeg: null,
    longitudeDeg: null,
  };
}

describe('a gap between points', () => {
  it('is a pause from 15 s on, where the runner hardly moved', () => {
    expect(gapPauses(withGap(14, 5), [])).toEqual([]);
    expect(gapPauses(withGap(15, 5), [])).toEqual([{ startTimeS: 20, endTimeS: 35 }]);
  });

  it('is none where the runner walked on at more than 1.3 m/s', () => {
    expect(gapPauses(withGap(100, 130), [])).toHaveLength(1);
    expect(gapPauses(withGap(100, 131), [])).toEqual([]);
  });

  it('is none where points come as rarely as that, until three times as long', () => {
    expect(gapPauses(withGap(29, 5, 10), [])).toEqual([]);
    expect(gapPauses(withGap(30, 5, 10), [])).toHaveLength(1);
  });

  it('is none where nothing tells how far it was', () => {
    expect(gapPauses({ ...withGap(100, 5), distanceM: null }, [])).toEqual([]);
  });
});

describe('a break of the track', () => {
  const between = (gapS: number) => [{ startTimeS: 20, endTimeS: 20 + gapS }];

  it('is a pause however short, where the runner hardly moved', () => {
    expect(gapPauses(withGap(3, 1), between(3))).toEqual(between(3));
  });

  it('is a lost signal where the runner ran on, up to a minute', () => {
    expect(gapPauses(withGap(60, 150), between(60))).toEqual([]);
    expect(gapPauses(withGap(61, 150), between(61))).toEqual(between(61));
  });

  it('is a pause where nothing tells how far it was', () => {
    expect(gapPauses({ ...withGap(30, 5), distanceM: null }, between(30))).toEqual(between(30));
  });

  it('between two samples is not looked for elsewhere', () => {
    expect(gapPauses(withGap(3, 1), [{ startTimeS: 100, endTimeS: 200 }])).toEqual([]);
  });
});
