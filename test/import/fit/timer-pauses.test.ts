import { describe, expect, it } from 'vitest';
import { timerPauses } from '../../../src/import/fit/timer-pauses.ts';

const pausesOf = (...events: [number, string][]) =>
  timerPauses(events.map(([timeS, type]) => ({ timeS, type }))).map(({ startTimeS, endTimeS }) => [
    startTimeS,
    endTimeS,
  ]);

describe('pauses from timer events', () => {
  it.each(['stop', 'stopAll', 'stopDisable', 'stopDisableAll'])('begin with %s', (stop) => {
    expect(pausesOf([0, 'start'], [10, stop], [20, 'start'])).toEqual([[10, 20]]);
  });

  it.each(['marker', 'consecutiveDepreciated', '77'])('do not begin with %s', (type) => {
    expect(pausesOf([0, 'start'], [10, type], [20, 'start'])).toEqual([]);
  });

  it('last from the first stop of several to the next start', () => {
    expect(pausesOf([10, 'stop'], [12, 'stopAll'], [20, 'start'], [25, 'start'])).toEqual([
      [10, 20],
    ]);
  });

  it('never end where the timer is not started again', () => {
    expect(pausesOf([0, 'start'], [10, 'stopAll'])).toEqual([[10, Number.POSITIVE_INFINITY]]);
  });

  it('stopped and started in the same second are none', () => {
    expect(pausesOf([10, 'stop'], [10, 'start'], [20, 'stop'], [30, 'start'])).toEqual([[20, 30]]);
  });

  it('come in order of time, whatever the order in the file', () => {
    expect(pausesOf([40, 'start'], [30, 'stop'], [20, 'start'], [10, 'stop'])).toEqual([
      [10, 20],
      [30, 40],
    ]);
  });

  it('are none without events', () => {
    expect(pausesOf()).toEqual([]);
  });
});
