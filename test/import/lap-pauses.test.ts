import { describe, expect, it } from 'vitest';
import type { Lap } from '../../src/analysis/activity.ts';
import { lapPauses } from '../../src/import/lap-pauses.ts';

const seconds = (...times: (number | [number, number])[]): Float64Array =>
  Float64Array.from(
    times.flatMap((time) =>
      typeof time === 'number'
        ? [time]
        : Array.from({ length: time[1] - time[0] + 1 }, (_, i) => time[0] + i),
    ),
  );

const lap = (startTimeS: number, elapsedS: number | null, timerS: number | null): Lap => ({
  startTimeS,
  elapsedS,
  timerS,
  distanceM: null,
});

describe('pauses of a lap', () => {
  it('lie in its longest gap', () => {
    const timeS = seconds([0, 50], [60, 100], [140, 200]);
    expect(lapPauses(timeS, [lap(0, 200, 160)])).toEqual([{ startTimeS: 100, endTimeS: 140 }]);
  });

  it('spread to the next gaps while they last, in order of time', () => {
    const timeS = seconds([0, 50], [60, 100], [140, 200]);
    expect(lapPauses(timeS, [lap(0, 200, 155)])).toEqual([
      { startTimeS: 50, endTimeS: 55 },
      { startTimeS: 100, endTimeS: 140 },
    ]);
  });

  it('are none where clock and timer agree to less than 2 s', () => {
    const timeS = seconds([0, 50], [60, 100]);
    expect(lapPauses(timeS, [lap(0, 100, 98.1)])).toEqual([]);
    expect(lapPauses(timeS, [lap(0, 100, 98)])).toEqual([{ startTimeS: 50, endTimeS: 52 }]);
  });

  it('are none in gaps of less than 5 s', () => {
    expect(lapPauses(seconds([0, 50], [54, 100]), [lap(0, 100, 80)])).toEqual([]);
    expect(lapPauses(seconds([0, 50], [55, 100]), [lap(0, 100, 80)])).toHaveLength(1);
  });

  it('are none where the timer claims more than the clock', () => {
    expect(lapPauses(seconds([0, 50], [60, 100]), [lap(0, 100, 150)])).toEqual([]);
  });

  it('are none where either is missing', () => {
    const timeS = seconds([0, 50], [60, 100]);
    expect(lapPauses(timeS, [lap(0, null, 50), lap(100, 100, null)])).toEqual([]);
  });

  it('are none without a gap in the lap, whatever gaps others have', () => {
    const timeS = seconds([0, 50], [60, 300]);
    expect(lapPauses(timeS, [lap(0, 100, 100), lap(100, 200, 150)])).toEqual([]);
  });

  it('belong each to its own lap, also in a gap over two', () => {
    const timeS = seconds([0, 90], [150, 200]);
    expect(lapPauses(timeS, [lap(0, 100, 90), lap(100, 100, 50)])).toEqual([
      { startTimeS: 90, endTimeS: 100 },
      { startTimeS: 100, endTimeS: 150 },
    ]);
  });
});
