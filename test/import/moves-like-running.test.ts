import { describe, expect, it } from 'vitest';
import { type Segment, syntheticRun } from '../../fixtures/synthetic-run.ts';
import { movesLikeRunning } from '../../src/import/moves-like-running.ts';

function moves(...segments: Segment[]): boolean {
  const { samples, pauses } = syntheticRun({ segments });
  return movesLikeRunning(samples, pauses);
}

const at = (speedMps: number, durationS: number): Segment => ({ speedMps, durationS });

describe('moving like a run', () => {
  it.each([
    [1.79, false],
    [1.81, true],
    [4.99, true],
    [5.01, false],
  ])('at %d m/s is %s', (speedMps, expected) => {
    expect(moves(at(speedMps, 1200))).toBe(expected);
  });

  it('allows short bursts, and no more than 5 % of the time', () => {
    expect(moves(at(2.5, 1140), at(7, 60))).toBe(true);
    expect(moves(at(2.5, 1140), at(7, 90))).toBe(false);
  });

  it('takes no account of standing', () => {
    expect(moves(at(2.5, 600), at(0.2, 1800), at(2.5, 600))).toBe(true);
  });

  it('takes no account of pauses', () => {
    const { samples, pauses } = syntheticRun({
      segments: [at(1.85, 600)],
      pauses: [{ afterTimerS: 328, durationS: 50 }],
    });
    expect(movesLikeRunning(samples, pauses)).toBe(true);
    expect(movesLikeRunning(samples, [])).toBe(false);
  });

  it('cannot be said without distance or places', () => {
    const { samples, pauses } = syntheticRun({ segments: [at(2.5, 600)] });
    expect(movesLikeRunning({ ...samples, distanceM: null, speedMps: null }, pauses)).toBe(false);
  });

  it('cannot be said of a single point', () => {
    const { samples } = syntheticRun({ segments: [at(2.5, 600)] });
    const single = { ...samples, count: 1, timeS: samples.timeS.slice(0, 1) };
    expect(movesLikeRunning({ ...single, distanceM: new Float64Array(1) }, [])).toBe(false);
  });
});
