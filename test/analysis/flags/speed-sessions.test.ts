import { expect, test } from 'vitest';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { day, easyRuns, FAST_MPS, manualRun, recordedRun } from '../history-builder.ts';
import { flagsOfRule } from './judged-flags.ts';

const added = (runs: readonly HistoryRun[]) => flagsOfRule('speed-sessions-added', runs);
const session = (daysLater: number, fastM = 600) =>
  recordedRun(day(daysLater), [{ metres: 5000 }, { metres: fastM, speedMps: FAST_MPS }]);
/** Every other day for seven weeks; day 45 is the last. */
const routine = easyRuns(
  Array.from({ length: 23 }, (_, n) => 1 + 2 * n),
  5000,
);

test('two speed sessions in seven days, after none in four weeks, are flagged on the second', () => {
  expect(added([...routine, session(46), session(50)])).toMatchObject([
    {
      date: day(50),
      level: 'above',
      quantity: 'speedSessions',
      observed: 2,
      threshold: 2,
      baseline: 0,
      ratio: null,
      window: { from: day(16), to: day(43) },
      runs: [`run-${day(46)}`, `run-${day(50)}`],
      evidence: ['clinical'],
    },
  ]);
});

test('six days apart are one week, seven days apart are not', () => {
  expect(added([...routine, session(46), session(52)])).toHaveLength(1);
  expect(added([...routine, session(46), session(53)])).toEqual([]);
});

test('one a fortnight before is half a week’s, and still added to; three in four weeks are a routine', () => {
  const before = (...days: number[]) => [...routine, ...days.map((n) => session(n))];
  expect(added([...before(20, 34), session(46), session(50)])).toMatchObject([{ baseline: 0.5 }]);
  expect(added([...before(18, 27, 36), session(46), session(50)])).toEqual([]);
});

test('a run with less than a speed session adds none', () => {
  expect(added([...routine, session(46, 300), session(50)])).toEqual([]);
});

test('told once while the first telling lies within the four weeks', () => {
  const weekly = [46, 50, 53, 57].map((n) => session(n));
  expect(added([...routine, ...weekly])).toHaveLength(1);
  const easy = easyRuns([60, 63, 66, 69, 72, 75, 78, 81, 84], 5000);
  const again = added([...routine, session(46), session(50), ...easy, session(86), session(89)]);
  expect(again.map(({ date }) => date)).toEqual([day(50), day(89)]);
});

test('four weeks of known running are needed before the seven days', () => {
  const late = (first: number) => [
    ...easyRuns([first, 19, 21, 23, 25, 27, 29, 31, 33, 35], 5000),
    session(46),
    session(50),
  ];
  // The 28 days before the seven begin on day 16.
  expect(added(late(17))).toEqual([]);
  expect(added(late(16))).toHaveLength(1);
  const unknown = [
    ...easyRuns([0, 2, 4, 6, 8], 5000),
    ...[18, 20, 22, 24].map((n) => manualRun(day(n), 5000)),
  ];
  expect(added([...unknown, session(46), session(50)])).toEqual([]);
});
