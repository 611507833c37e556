import { expect, test } from 'vitest';
import { encodeFit, syntheticRun } from '../../fixtures/synthetic-run.ts';
import { fromEpochDay, type LocalDate, toEpochDay } from '../../src/analysis/local-date.ts';
import { analyseFile } from '../../src/athlete/analyse-file.ts';
import {
  type DemoHistory,
  demoDiaryFor,
  demoRun,
  demoRunsFor,
  demoToday,
} from '../../src/athlete/demo-history.ts';
import { DemoRunner } from '../../src/athlete/demo-runner.ts';
import { DEFAULT_SETTINGS } from '../../src/athlete/settings.ts';
import { checkInOn } from '../analysis/diary-builder.ts';

const FRIDAY = '2026-03-06' as LocalDate;

/** One run on Monday 2 March 2026, seen on the Friday after it. */
function smallDemo(): DemoHistory {
  const activities = analyseFile(
    encodeFit(syntheticRun({ segments: [{ distanceM: 5_000, speedMps: 2.78 }] })),
  );
  if (!activities.ok) throw new Error(activities.error.message);
  return {
    today: FRIDAY,
    runs: activities.value.map((activity) => demoRun('run-1', 'first.fit', activity)),
    checkIns: [checkInOn(FRIDAY, { stiffness: 2 })],
  };
}

test('the demo is seen on the latest Friday, on every day of the week', () => {
  const demo = smallDemo();
  const thisFriday = toEpochDay('2026-11-20' as LocalDate);
  for (let after = 0; after < 7; after++) {
    expect(demoToday(demo, fromEpochDay(thisFriday + after))).toBe('2026-11-20');
  }
  expect(demoToday(demo, fromEpochDay(thisFriday + 7))).toBe('2026-11-27');
});

test('check-ins move with the runs', () => {
  const { checkIns } = demoDiaryFor(smallDemo(), '2026-11-20' as LocalDate);
  expect(checkIns.map(({ date, stiffness }) => [date, stiffness])).toEqual([['2026-11-20', 2]]);
});

test('runs move by whole weeks and keep their time of day', () => {
  const [run] = demoRunsFor(smallDemo(), '2026-11-20' as LocalDate);
  expect(run?.localDate).toBe('2026-11-16');
  expect(new Date((run?.startTimeS ?? 0) * 1000).toISOString()).toBe('2026-11-16T07:00:00.000Z');
});

test('the history that was written is the history that is read', () => {
  const bytes = encodeFit(syntheticRun({ segments: [{ distanceM: 5_000, speedMps: 2.78 }] }));
  const [analysed] = (analyseFile(bytes) as { value: { exposure: { summary: string } }[] }).value;
  const demo = JSON.parse(JSON.stringify(smallDemo())) as DemoHistory;
  const [run] = demoRunsFor(demo, FRIDAY);
  expect(run?.exposure.distanceM).toBe(5_000);
  expect(run?.exposure.cells.count).toBeGreaterThan(0);
  const { cells: _cells, ...summary } = run?.exposure ?? { cells: null };
  expect(summary).toEqual(JSON.parse(analysed?.exposure.summary ?? '{}'));
});

test('units and weekdays are the visitor’s; the visitor’s own fast pace does not judge the demo', async () => {
  const settings = { ...DEFAULT_SETTINGS, units: 'mi', weekStart: 7, fastThresholdMps: 2 } as const;
  const demo = new DemoRunner(smallDemo(), settings);
  const clock = { nowS: Date.UTC(2026, 2, 8, 12) / 1000, timeZone: null };
  const answer = await demo.dashboard(clock, null);
  expect(answer.settings).toEqual({ ...settings, fastThresholdMps: null });
  expect(answer.view.today).toBe(FRIDAY);
  expect(answer.view.weeks[0]?.start).toBe('2026-03-01');
});
