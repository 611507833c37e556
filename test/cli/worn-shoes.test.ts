import { describe, expect, it } from 'vitest';
import { countedRuns } from '../../src/analysis/counted-runs.ts';
import { wornShoes } from '../../src/cli/worn-shoes.ts';
import { day, recordedRun } from '../analysis/history-builder.ts';

/** The shoes of runs on days in a row, by the names an archive gives them. */
function shoesOf(...gears: (string | null)[]) {
  const runs = gears.map((_, index) => recordedRun(day(index), 5_000 + index, { id: `${index}` }));
  const worn = wornShoes(countedRuns(runs, day(99)), (id) => gears[Number(id)] ?? null);
  return gears.map((_, index) => worn.get(`${index}`)?.name ?? null);
}

describe('the shoes of runs from archives', () => {
  it('are those the archive names, else that of the run before, else nobody knows', () => {
    expect(shoesOf(null, 'Blue', null, 'Red', null, 'Blue', null)).toEqual([
      null,
      'Blue',
      'Blue',
      'Red',
      'Red',
      'Blue',
      'Blue',
    ]);
    expect(shoesOf(null, null)).toEqual([null, null]);
  });

  it('are the same shoe however its name is written', () => {
    expect(shoesOf('Blue', ' blue')).toEqual(['Blue', 'Blue']);
  });

  it('are told by another recording of a run, where the one that counts says nothing', () => {
    const run = recordedRun(day(0), 5_000, { id: 'counted' });
    const counted = { counted: [run], leftOut: [] };
    const twin = { id: 'twin', reason: 'twin', countedId: 'counted' } as const;
    const gearOf = (id: string) => (id === 'twin' ? 'Blue' : null);
    expect(wornShoes(counted, gearOf).get('counted')).toBeUndefined();
    expect(wornShoes({ ...counted, leftOut: [twin] }, gearOf).get('counted')?.name).toBe('Blue');
  });
});
