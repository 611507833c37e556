import { describe, expect, it } from 'vitest';
import { stepDistances } from '../../src/analysis/step-distances.ts';
import { samplesOf } from './steady-run.ts';

type Columns = Omit<Parameters<typeof samplesOf>[0], 'timeS'>;

function steps(columns: Columns, timeS: number[] = [0, 1, 2, 3], timerS?: number[]) {
  const clockS = timeS.slice(1).map((time, i) => time - (timeS[i] as number));
  const metres = stepDistances(
    samplesOf({ timeS, ...columns }),
    Float64Array.from(timerS ?? clockS),
  );
  return metres && [...metres];
}

const { NaN: DROPPED } = Number;

describe('metres between samples', () => {
  it('come from the distance of the device before anything else', () => {
    expect(steps({ distanceM: [0, 3, 6, 8], speedMps: [9, 9, 9, 9] })).toEqual([3, 3, 2]);
  });

  it('bridge distances the device dropped, evenly in time', () => {
    expect(steps({ distanceM: [0, DROPPED, DROPPED, 12] }, [0, 1, 2, 4])).toEqual([3, 3, 6]);
  });

  it('leave out what stands for "no value"', () => {
    expect(steps({ distanceM: [0, 3, 42_949_672.95, 9] })).toEqual([3, 3, 3]);
    expect(steps({ speedMps: [2, 65.535, 2, 2] })).toEqual([2, 2, 2]);
  });

  it('are 0 after the last distance', () => {
    expect(steps({ distanceM: [0, 3, DROPPED, DROPPED] })).toEqual([3, 0, 0]);
  });

  it('start from 0 where the first distances are missing', () => {
    expect(steps({ distanceM: [DROPPED, DROPPED, 6, 9] })).toEqual([3, 3, 3]);
  });

  it('start at the distance of the first sample where it has one', () => {
    expect(steps({ distanceM: [500, 503, 506, 509] })).toEqual([3, 3, 3]);
  });

  it('are never negative where a distance falls back', () => {
    expect(steps({ distanceM: [0, 5, 3, 6] })).toEqual([5, 0, 3]);
  });

  it('come from speed where the distance never grows', () => {
    expect(steps({ distanceM: [0, 0, 0, 0], speedMps: [2, 4, 4, 4] })).toEqual([3, 4, 4]);
  });

  it('from speed count timer time, not the pause', () => {
    expect(steps({ speedMps: [3, 3, 3] }, [0, 1, 101], [1, 2])).toEqual([3, 6]);
  });

  it('from speed go on at the last known one where it is missing', () => {
    expect(steps({ speedMps: [2, DROPPED, DROPPED, 4] })).toEqual([2, 2, 3]);
  });

  it('come from positions where there is nothing else', () => {
    const metres = steps({
      latitudeDeg: [10, 10.00001, 10.00002, 10.00002],
      longitudeDeg: [5, 5, 5, 5],
    });
    expect(metres?.[0]).toBeCloseTo(1.112, 3);
    expect(metres?.[2]).toBe(0);
  });

  it('ignore the position 0°, 0°, which devices write without a fix', () => {
    const metres = steps({ latitudeDeg: [0, 10, 10.00001, 10.00002], longitudeDeg: [0, 5, 5, 5] });
    expect(metres?.reduce((sum, step) => sum + step, 0)).toBeCloseTo(2.224, 3);
  });

  it('are unknown where nothing moves or nothing was recorded', () => {
    expect(steps({ distanceM: [0, 0, 0, 0] })).toBeNull();
    expect(steps({ distanceM: [DROPPED, DROPPED, DROPPED, DROPPED] })).toBeNull();
    expect(steps({})).toBeNull();
  });
});
