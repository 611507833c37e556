import { expect, test } from 'vitest';
import { type HistoryRun, judgeRuns } from '../../src/analysis/judged-run.ts';
import {
  day,
  easyRuns,
  FAST_MPS,
  manualRun,
  recordedRun,
  treadmillRun,
} from './history-builder.ts';

const fiveEasyRuns = easyRuns([0, 2, 4, 6, 8], 5000);
const lastOf = (run: HistoryRun, fastThresholdMps: number | null = null) =>
  judgeRuns([...fiveEasyRuns, run], fastThresholdMps).at(-1);

test('a run is judged by the usual speed of the runs before it', () => {
  const run = lastOf(recordedRun(day(10), [{ metres: 4000 }, { metres: 600, speedMps: FAST_MPS }]));
  expect(run?.speed).toMatchObject({ fastM: 600, fastS: 160, isSpeedSession: true });
  expect(run?.speed?.fastThresholdMps).toBeCloseTo(1.25 * 2.75);
});

test('fast downhill is known with usual speed and altitude, else null', () => {
  const downhill = [{ metres: 900, speedMps: 3.6, gradePercent: -7 }];
  expect(lastOf(recordedRun(day(10), downhill))).toMatchObject({
    fastDownhillM: 900,
    fastDownhillS: 250,
  });
  expect(lastOf(treadmillRun(day(10), 5000))).toMatchObject({
    fastDownhillM: null,
    fastDownhillS: null,
  });
  expect(judgeRuns([recordedRun(day(0), downhill)], null)[0]?.fastDownhillS).toBeNull();
});

test("the runner's own threshold judges even the first run", () => {
  const [first] = judgeRuns([recordedRun(day(0), [{ metres: 600, speedMps: FAST_MPS }])], 3.7);
  expect(first?.speed).toMatchObject({ fastM: 600, fastOrigin: 'runner', usualSpeedMps: null });
});

test('a run typed in by hand has neither speed nor hills, but a volume of unknown grade', () => {
  expect(lastOf(manualRun(day(10), 5000))).toMatchObject({
    speed: null,
    fastDownhillS: null,
    hillSprints: null,
    volume: { flatM: 0, hillM: 0, fastM: 0, gradeUnknownM: 5000 },
  });
});

test('efforts uphill are sprints from 1.4 × usual speed, which is 3.85 m/s here', () => {
  const flat = recordedRun(day(10), 5000);
  const { hills } = flat.exposure;
  const withEfforts = (effortsMps: number[]) =>
    lastOf({ ...flat, exposure: { ...flat.exposure, hills: hills && { ...hills, effortsMps } } });
  expect(withEfforts([3.84, 3.86, 5])?.hillSprints).toBe(2);
  expect(withEfforts([])?.hillSprints).toBe(0);
});

test('sprints are unknown before usual speed is known', () => {
  expect(judgeRuns(fiveEasyRuns, null).map(({ hillSprints }) => hillSprints)).toEqual(
    fiveEasyRuns.map(() => null),
  );
});

test('each run knows the largest of the thirty days before it', () => {
  const { before } = lastOf(recordedRun(day(10), 7000)) ?? {};
  expect(before?.runCount).toBe(5);
  expect(before?.baselines.distanceM).toEqual({
    largest: 5000,
    date: day(8),
    knownRuns: 5,
    isCapped: false,
  });
  expect(before?.baselines.fastM).toBeNull();
});
