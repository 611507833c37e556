import { expect, test } from 'vitest';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import type { Shoe } from '../../../src/analysis/shoe.ts';
import { day, recordedRun } from '../history-builder.ts';
import { flagsOfRule } from './judged-flags.ts';

const changes = (runs: readonly HistoryRun[]) => flagsOfRule('shoe-change', runs);
const shoe = (
  name: string,
  dropMm: number | null = 10,
  heelLiftMm: number | null = null,
): Shoe => ({
  id: name,
  name,
  dropMm,
  heelLiftMm,
  since: null,
});
const OLD = shoe('old');
const inShoe = (daysLater: number, worn: Shoe | null, metres = 5000): HistoryRun => ({
  ...recordedRun(day(daysLater), metres),
  shoe: worn,
});
/** Five weeks of two runs; day 34 is the last. */
const before = [2, 6, 9, 13, 16, 20, 23, 27, 30, 34].map((n) => inShoe(n, OLD));

test('a model never worn before, in a week of as much running, is a note that names it', () => {
  expect(changes([...before, inShoe(37, shoe('new'))])).toMatchObject([
    {
      date: day(37),
      level: 'note',
      quantity: 'newShoes',
      observed: 1,
      baseline: null,
      subject: 'new',
      runs: [`run-${day(37)}`],
      window: { from: day(7), to: day(36) },
      evidence: ['clinical'],
    },
  ]);
});

test('it is new once', () => {
  const runs = [...before, inShoe(37, shoe('new')), inShoe(40, OLD), inShoe(41, shoe('new'))];
  expect(changes(runs)).toHaveLength(1);
});

test('another pair of the same model is no new model', () => {
  expect(changes([...before, inShoe(37, { ...OLD, id: 'second pair' })])).toEqual([]);
});

test.each([
  [6.1, 'newShoes'],
  [6, 'heelDropMm'],
])('after 10 mm of heel drop, %s mm are told as %s', (dropMm, quantity) => {
  expect(changes([...before, inShoe(37, shoe('new', dropMm))])).toMatchObject([{ quantity }]);
});

test('a lower heel shows its arithmetic', () => {
  expect(changes([...before, inShoe(37, shoe('flat', 4))])).toMatchObject([
    { quantity: 'heelDropMm', observed: 4, threshold: 6, baseline: 10, ratio: null },
  ]);
});

test('a lift raises the heel', () => {
  expect(changes([...before, inShoe(37, shoe('flat', 4, 5))])).toMatchObject([
    { quantity: 'newShoes' },
  ]);
});

test('an old low shoe is told after more than thirty days in the cupboard, an old high one is not', () => {
  const worn = (other: Shoe, last: number) => [inShoe(0, other), ...before, inShoe(last, other)];
  expect(changes(worn(shoe('flat', 4), 30.5 - 0.5))).toEqual([]);
  expect(changes(worn(shoe('flat', 4), 37))).toMatchObject([{ quantity: 'heelDropMm' }]);
  expect(changes(worn(shoe('high', 12), 37))).toEqual([]);
});

test.each([
  [3999, 0],
  [4000, 1],
])(
  'in a week of 5 km and %s m after weeks of 10 km there are %s notes: 90 %% is not reduced',
  (metres, count) => {
    expect(changes([...before, inShoe(37, shoe('new'), metres)])).toHaveLength(count);
  },
);

test.each([
  [2600, 0],
  [2700, 1],
])(
  'after three weeks of 10 km and an easy one of 4, a week of 5 km and %s m raises %s notes',
  (metres, count) => {
    const easy = before.map((run) =>
      run.localDate === day(27) || run.localDate === day(30)
        ? inShoe(run.localDate === day(27) ? 27 : 30, OLD, 2000)
        : run,
    );
    // 90 % of the mean of the four is 7.65 km.
    expect(changes([...easy, inShoe(37, shoe('new'), metres)])).toHaveLength(count);
  },
);

test('four runs in known shoes are needed to know what was worn', () => {
  const known = (count: number) =>
    before.map((run, index) => (index < before.length - count ? { ...run, shoe: null } : run));
  expect(changes([...known(3), inShoe(37, shoe('new'))])).toEqual([]);
  expect(changes([...known(4), inShoe(37, shoe('new'))])).toHaveLength(1);
});

test('without known drops a new model is new and nothing more', () => {
  const unsaid = before.map((run) => ({ ...run, shoe: shoe('old', null) }));
  expect(changes([...unsaid, inShoe(37, shoe('flat', 0))])).toMatchObject([
    { quantity: 'newShoes' },
  ]);
  expect(changes([...before, inShoe(37, shoe('flat', null))])).toMatchObject([
    { quantity: 'newShoes' },
  ]);
});
