/** What watches do to recordings: everyday stories that a careless rule would raise an alarm over, each with the flags that are expected of it. */
import { expect, test } from 'vitest';
import type { Activity } from '../../../src/analysis/activity.ts';
import { judgeHistory } from '../../../src/analysis/history.ts';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { flagsOf } from '../flags/judged-flags.ts';
import { day, treadmillRun } from '../history-builder.ts';
import { analysed, EVENINGS, evening, flagsIn, ordinaryWeek, tenWeeks } from './stories.ts';

test('a treadmill month, and outdoors again', () => {
  const indoors = [70, 77, 84, 91, 98].flatMap((monday) => [
    treadmillRun(day(monday + 1), 8000),
    treadmillRun(day(monday + 3), 8000),
    treadmillRun(day(monday + 6), 14_000),
  ]);
  expect(flagsIn([...tenWeeks, ...indoors, ...ordinaryWeek(105), ...ordinaryWeek(112)])).toEqual([
    // Nothing rose; another surface is worth knowing, once.
    'day 71 surface-change surfaceM note',
  ]);
});

test('a doubled upload of the longest run', () => {
  const [twice] = tenWeeks.slice(-1) as [HistoryRun];
  const doubled = { ...twice, id: 'copy', startTimeS: twice.startTimeS + 1 };
  const runs = [...tenWeeks, doubled, ...ordinaryWeek(70)];
  expect(flagsIn(runs)).toEqual([]);
  const range = (of: readonly HistoryRun[]) =>
    judgeHistory(of, { weekStart: 1, fastThresholdMps: null }, day(76)).weeks.at(-1)?.quantities
      .distanceM.usual;
  expect(range(runs)).toEqual(range(runs.filter((run) => run !== doubled)));
});

test('no heart-rate strap: nothing is judged by it', () => {
  const with60 = EVENINGS.map((n) => analysed(evening(n), `${n}`));
  const without = EVENINGS.map((n) => analysed(evening(n, null), `${n}`));
  const [a, b] = [with60, without].map((runs) => ({
    flags: flagsOf(runs),
    loads: runs.map(({ exposure }) => exposure.load),
  }));
  expect(b).toEqual(a);
  expect(without.every(({ exposure }) => exposure.avgHeartRateBpm === null)).toBe(true);
});

test('one GPS spike, which the watch counted in its total', () => {
  const clean = evening(60);
  const distanceM =
    clean.samples.distanceM?.map((metres, i) => (i < 900 ? metres : metres + 400)) ?? null;
  const spiked: Activity = {
    ...clean,
    samples: { ...clean.samples, distanceM, speedMps: null },
    session: { ...clean.session, distanceM: (clean.session.distanceM ?? 0) + 400 },
  };
  const runs = [...EVENINGS.map((n) => analysed(evening(n), `${n}`)), analysed(spiked, 'spiked')];
  expect(runs.at(-1)?.exposure.warnings.map(({ kind }) => kind)).toContain('speed-glitch');
  expect(flagsIn(runs)).toEqual([]);
});
