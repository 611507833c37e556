import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { climb, climbAlong, turningPoints } from '../../src/analysis/climb.ts';

const climbOf = (altitudes: number[], hysteresisM = 3) => {
  const altitudeM = Float64Array.from(altitudes);
  return climb(altitudeM, turningPoints(altitudeM, hysteresisM));
};

describe('climb', () => {
  it('is the rise of a steady climb', () => {
    expect(climbOf([10, 20, 30])).toEqual({ ascentM: 20, descentM: 0 });
  });

  it('counts every hill up and down', () => {
    expect(climbOf([0, 10, 0, 20, 5])).toEqual({ ascentM: 30, descentM: 25 });
  });

  it('sees a turn once the profile came back by the hysteresis', () => {
    expect(climbOf([0, 10, 7, 20])).toEqual({ ascentM: 23, descentM: 3 });
    expect(climbOf([0, 10, 7.01, 20])).toEqual({ ascentM: 20, descentM: 0 });
  });

  it('is nothing where the profile never moves by the hysteresis', () => {
    expect(climbOf([0, 2.9, 0, 2.9, 0])).toEqual({ ascentM: 0, descentM: 0 });
    expect(climbOf([5])).toEqual({ ascentM: 0, descentM: 0 });
  });

  it('of a profile run backward swaps ascent and descent', () => {
    const profiles = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(profiles, (altitudes) => {
        const there = climbOf(altitudes);
        const back = climbOf([...altitudes].reverse());
        expect(back.ascentM).toBeCloseTo(there.descentM, 9);
        expect(back.descentM).toBeCloseTo(there.ascentM, 9);
      }),
    );
  });
});

describe('climb along the run', () => {
  it('ends at the climb of the whole run and never falls', () => {
    const profiles = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(profiles, (altitudes) => {
        const altitudeM = Float64Array.from(altitudes);
        const turns = turningPoints(altitudeM, 3);
        const { ascentM, descentM } = climbAlong(altitudeM, turns);
        expect(ascentM.at(-1)).toBeCloseTo(climb(altitudeM, turns).ascentM, 9);
        expect(descentM.at(-1)).toBeCloseTo(climb(altitudeM, turns).descentM, 9);
        for (const column of [ascentM, descentM]) {
          expect(
            [...column].every((value, i) => i === 0 || value >= (column[i - 1] as number)),
          ).toBe(true);
        }
      }),
    );
  });

  it('grows where the climb is', () => {
    const altitudeM = Float64Array.from([0, 5, 10, 10, 5, 0, 6]);
    const { ascentM, descentM } = climbAlong(altitudeM, turningPoints(altitudeM, 3));
    expect([...ascentM]).toEqual([0, 5, 10, 10, 10, 10, 16]);
    expect([...descentM]).toEqual([0, 0, 0, 0, 5, 10, 10]);
  });
});
