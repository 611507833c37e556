/** Beginners, walkers, and runners with nothing to tell: everyday stories that a careless rule would raise an alarm over, each with the flags that are expected of it. */
import { expect, test } from 'vitest';
import { dashboardView } from '../../../src/analysis/dashboard-view.ts';
import { judgeHistory } from '../../../src/analysis/history.ts';
import { checkInOn, diaryOf } from '../diary-builder.ts';
import { flagsOf } from '../flags/judged-flags.ts';
import { day, easyRuns, recordedRun } from '../history-builder.ts';
import { flagsIn, ordinaryWeek, tenWeeks } from './stories.ts';

test('the first four weeks of a new runner: not enough data, and no flag while no run is a tenth longer', () => {
  const runs = [3000, 3300, 3600, 3900].flatMap((metres, week) =>
    easyRuns([week * 7, week * 7 + 2, week * 7 + 5], metres),
  );
  expect(flagsOf(runs)).toEqual([]);
  const history = judgeHistory(runs, { weekStart: 1, fastThresholdMps: null }, day(27));
  const kinds = Array.from(
    { length: 28 },
    (_, n) => dashboardView(history, day(27), day(n)).status.kind,
  );
  expect(new Set(kinds)).toEqual(new Set(['not-enough-data']));
});

test('a week of walks, recorded as walks', () => {
  const walks = [70, 71, 72, 73, 74, 75].map((n) => ({
    date: day(n),
    sport: 'walking',
    durationS: 7200,
  }));
  const runs = [...tenWeeks, ...ordinaryWeek(77), ...ordinaryWeek(84)];
  expect(flagsIn(runs, diaryOf({ otherSports: walks }))).toEqual([]);
});

test('a week of walks, recorded as runs: their distance is told, no load is', () => {
  const walks = [70, 71, 72, 73, 74, 75].map((n) =>
    recordedRun(day(n), [{ metres: 5000, speedMps: 1.5, walking: true }]),
  );
  const runs = [...tenWeeks, ...walks, ...ordinaryWeek(77), ...ordinaryWeek(84)];
  expect(flagsIn(runs)).toEqual([
    // 14 km run on the Sunday before and 25 km walked, against 30 km: the runner called them runs.
    'day 74 week-above-usual distanceM note',
  ]);
  const { days } = judgeHistory(runs, { weekStart: 1, fastThresholdMps: null }, day(90));
  expect(days.columns.loadAeKm[70]).toBeCloseTo(0.5, 9);
});

test('a check-in every morning with nothing to tell, and the weeks as always', () => {
  const checkIns = Array.from({ length: 84 }, (_, n) =>
    checkInOn(day(n), { stiffness: 0, stiffnessMin: 0, firstStepsPain: n % 2, painAfter: n % 3 }),
  );
  const runs = [...tenWeeks, ...ordinaryWeek(70), ...ordinaryWeek(77)];
  expect(flagsIn(runs, diaryOf({ checkIns }))).toEqual([]);
});
