import { expect, test } from 'vitest';
import { day, easyRuns, manualRun, recordedRun } from '../history-builder.ts';
import { flagsOf, flagsOfRule } from './judged-flags.ts';

test('a run with the last one thirty days back is no return, with thirty-one days it is', () => {
  expect(flagsOfRule('return-without-baseline', easyRuns([0, 30], 5000))).toEqual([]);
  expect(flagsOf(easyRuns([0, 31], 5000))).toMatchObject([
    {
      rule: 'return-without-baseline',
      level: 'note',
      date: day(31),
      observed: 5000,
      baseline: null,
      threshold: null,
      ratio: null,
      window: { from: day(1), to: day(30) },
      evidence: ['logic'],
    },
  ]);
});

test("a runner's first run is a start, not a return", () => {
  expect(flagsOf(easyRuns([0], 5000))).toEqual([]);
});

test('two runs on the day of the return are one return', () => {
  const runs = [
    ...easyRuns([0], 5000),
    recordedRun(day(60), 5000, { id: 'a' }),
    recordedRun(day(60), 3000, { id: 'b' }),
  ];
  expect(flagsOf(runs).map(({ runs: ids }) => ids)).toEqual([['a']]);
});

test('a run without distance still breaks the absence', () => {
  const walk = manualRun(day(20), 0);
  const unknown = { ...walk, exposure: { ...walk.exposure, distanceM: null } };
  expect(flagsOfRule('return-without-baseline', [...easyRuns([0, 40], 5000), unknown])).toEqual([]);
});
