import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate } from '../../src/analysis/local-date.ts';
import type { KnownShoe } from '../../src/athlete/known-shoe.ts';
import { runShoes, type ShodRun } from '../../src/athlete/run-shoes.ts';

const FIRST_DAY = '2026-03-02' as LocalDate;
const DAY_S = 86_400;

const shoe = (name: string, fields: Partial<KnownShoe> = {}): KnownShoe => ({
  id: name.toLowerCase(),
  name,
  dropMm: null,
  heelLiftMm: null,
  since: null,
  retiredOn: null,
  gear: null,
  isDeleted: false,
  ...fields,
});

/** A run so many days after the first. */
const run = (day: number, fields: Partial<ShodRun> = {}): ShodRun => ({
  id: `run-${day}`,
  key: `key-${day}`,
  startTimeS: day * DAY_S,
  localDate: addDays(FIRST_DAY, day),
  saidShoeId: null,
  gear: null,
  isLeftOut: false,
  ...fields,
});

const [BLUE, RED, GREEN] = [shoe('Blue'), shoe('Red'), shoe('Green')];

/** The shoe of each run and where it is known from, in the order of the runs. */
function worn(runs: readonly ShodRun[], shoes: readonly KnownShoe[]): (string | null)[] {
  const found = runShoes(runs, shoes);
  return runs.map(({ id }) => {
    const of = found.get(id);
    return of === undefined ? null : `${of.shoe.name}, ${of.from}`;
  });
}

describe('the shoe of a run', () => {
  test('is what the runner says, whatever the archive calls the gear', () => {
    const said = run(0, { saidShoeId: 'red', gear: 'Blue' });
    expect(worn([said], [BLUE, RED])).toEqual(['Red, runner']);
  });

  test('is the one of the gear, told by its name or by what archives call it', () => {
    const renamed = shoe('Trail pair', { gear: 'Speedgoat 5' });
    const runs = [run(0, { gear: ' blue ' }), run(1, { gear: 'speedgoat 5' })];
    expect(worn(runs, [BLUE, renamed])).toEqual(['Blue, gear', 'Trail pair, gear']);
  });

  test('is that of the run before where nothing is said, and unknown before the first', () => {
    const runs = [run(0), run(1, { saidShoeId: 'red' }), run(2), run(9)];
    expect(worn(runs, [BLUE, RED])).toEqual([null, 'Red, runner', 'Red, before', 'Red, before']);
  });

  test('is the one in use since a day between, from that day on', () => {
    const newer = shoe('New', { since: addDays(FIRST_DAY, 3) });
    const runs = [run(0, { saidShoeId: 'blue' }), run(2), run(3), run(4)];
    expect(worn(runs, [BLUE, newer])).toEqual([
      'Blue, runner',
      'Blue, before',
      'New, before',
      'New, before',
    ]);
  });

  test('is on the last day of a shoe still that one, and the day after the one worn before it', () => {
    const retired = shoe('Red', { retiredOn: addDays(FIRST_DAY, 2) });
    const runs = [run(0, { saidShoeId: 'blue' }), run(1, { saidShoeId: 'red' }), run(2), run(3)];
    expect(worn(runs, [BLUE, retired])).toEqual([
      'Blue, runner',
      'Red, runner',
      'Red, before',
      'Blue, before',
    ]);
  });

  test('is unknown after the only shoe is retired, and a retired one where the runner says so', () => {
    const retired = shoe('Red', { retiredOn: FIRST_DAY });
    const runs = [run(0, { saidShoeId: 'red' }), run(1), run(2, { saidShoeId: 'red' })];
    expect(worn(runs, [retired])).toEqual(['Red, runner', null, 'Red, runner']);
  });

  test('is not taken over from a run that is left out', () => {
    const runs = [
      run(0, { saidShoeId: 'blue' }),
      run(1, { saidShoeId: 'red', isLeftOut: true }),
      run(2),
      run(3, { isLeftOut: true }),
    ];
    expect(worn(runs, [BLUE, RED])).toEqual([
      'Blue, runner',
      'Red, runner',
      'Blue, before',
      'Blue, before',
    ]);
  });

  test('is never a deleted one: neither by word, nor by gear, nor by its day', () => {
    const deleted = shoe('Red', { isDeleted: true, since: FIRST_DAY });
    const runs = [run(0, { saidShoeId: 'red' }), run(1, { gear: 'Red' })];
    expect(worn(runs, [deleted])).toEqual([null, null]);
    expect(worn([run(0, { saidShoeId: 'blue' }), ...runs.slice(1)], [BLUE, deleted])).toEqual([
      'Blue, runner',
      'Blue, before',
    ]);
  });

  test('of a name that a deleted shoe has too is the one in use', () => {
    const deleted = { ...shoe('Red', { isDeleted: true }), id: 'old' };
    expect(worn([run(0, { gear: 'Red' })], [deleted, RED])).toEqual(['Red, gear']);
  });
});

test('the shoe of a run does not depend on the order of imports', () => {
  const shoes = [
    BLUE,
    RED,
    { ...GREEN, retiredOn: addDays(FIRST_DAY, 6), since: addDays(FIRST_DAY, 2) },
    shoe('Gone', { isDeleted: true }),
  ];
  const anyRun = fc.record({
    day: fc.nat(9),
    saidShoeId: fc.constantFrom(null, null, 'blue', 'red', 'green', 'gone'),
    gear: fc.constantFrom(null, null, 'Blue', 'Green', 'Gone', 'Unknown'),
    isLeftOut: fc.boolean(),
  });
  const history = fc.array(anyRun, { maxLength: 12 }).map((runs) =>
    // Some start together: only the key of their bytes tells them apart.
    runs.map(({ day, ...fields }, at) =>
      run(day, { ...fields, id: `run ${at}`, key: `key ${at}` }),
    ),
  );
  fc.assert(
    fc.property(
      history.chain((runs) =>
        fc.tuple(
          fc.constant(runs),
          fc.shuffledSubarray(runs, { minLength: runs.length }),
          fc.shuffledSubarray(shoes, { minLength: shoes.length }),
        ),
      ),
      ([runs, shuffledRuns, shuffledShoes]) => {
        const names = (found: ReturnType<typeof runShoes>) =>
          runs.map(({ id }) => found.get(id)?.shoe.name ?? null);
        expect(names(runShoes(shuffledRuns, shuffledShoes))).toEqual(names(runShoes(runs, shoes)));
      },
    ),
  );
});
