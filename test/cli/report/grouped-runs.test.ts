import { describe, expect, it } from 'vitest';
import { frameOf, rowsOf } from '../../../src/cli/report/data-frame.ts';
import { groupedRuns } from '../../../src/cli/report/grouped-runs.ts';
import { SUMMED_QUANTITIES } from '../../../src/cli/report/quantity-columns.ts';

type Run = { date: string; shoe: string | null; distanceM: number | null };

function byShoe(...runs: Run[]) {
  const frame = frameOf(runs, [
    ['date', ({ date }) => date],
    ['shoe', ({ shoe }) => shoe],
    ...SUMMED_QUANTITIES.map(
      (quantity) =>
        [quantity, (run: Run) => (quantity === 'distanceM' ? run.distanceM : null)] as const,
    ),
  ]);
  return rowsOf(groupedRuns(frame, 'shoe'));
}

describe('groups of runs', () => {
  it('add up what is known, count what is not, and have nothing where no run knows', () => {
    const [old, fresh] = byShoe(
      { date: '2026-03-02', shoe: 'Old', distanceM: 0.1 },
      { date: '2026-03-03', shoe: 'New', distanceM: null },
      { date: '2026-03-05', shoe: 'Old', distanceM: null },
      { date: '2026-03-06', shoe: 'New', distanceM: null },
      { date: '2026-03-09', shoe: 'Old', distanceM: 0.2 },
    );
    expect(old).toMatchObject({
      shoe: 'Old',
      runCount: 3,
      firstDate: '2026-03-02',
      lastDate: '2026-03-09',
      distanceM: 0.1 + 0.2,
      distanceM_unknownRuns: 1,
    });
    expect(fresh).toMatchObject({ runCount: 2, distanceM: null, distanceM_unknownRuns: 2 });
  });

  it('stand in the order of their first runs, whatever they are called', () => {
    const names = ['Pegasus', '42', '__proto__', null, 'constructor', '7', 'null', ''];
    const rows = byShoe(
      ...names.map((shoe) => ({ date: '2026-03-02', shoe, distanceM: 5 })),
      ...names.map((shoe) => ({ date: '2026-03-03', shoe, distanceM: 6 })),
    );
    expect(rows.map(({ shoe }) => shoe)).toEqual(names);
    for (const row of rows) expect(row).toMatchObject({ runCount: 2, distanceM: 11 });
  });
});
