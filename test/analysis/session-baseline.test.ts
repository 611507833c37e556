import { describe, expect, test } from 'vitest';
import {
  type SessionCaps,
  type SessionValues,
  sessionBaselines,
} from '../../src/analysis/session-baseline.ts';
import { day } from './history-builder.ts';

const values = (known: Partial<SessionValues>): SessionValues => ({
  distanceM: null,
  ascentM: null,
  uphillM: null,
  fastM: null,
  loadAeKm: null,
  ...known,
});
const run = (daysLater: number, known: Partial<SessionValues>) => ({
  localDate: day(daysLater),
  values: values(known),
});
const last = (runs: ReturnType<typeof run>[]) => sessionBaselines(runs).at(-1);

test('the largest run of the thirty days before is the baseline, with its day', () => {
  const runs = [run(0, { distanceM: 8000 }), run(10, { distanceM: 6000 }), run(20, {})];
  expect(last(runs)?.baselines.distanceM).toEqual({
    largest: 8000,
    date: day(0),
    knownRuns: 2,
    isCapped: false,
  });
});

test('the thirtieth day before counts, the thirty-first does not', () => {
  const before = (daysLater: number) =>
    last([run(0, { distanceM: 8000 }), run(daysLater, {})])?.baselines.distanceM;
  expect(before(30)?.largest).toBe(8000);
  expect(before(31)).toBeNull();
});

test("the run's own day does not count", () => {
  const sameDay = [run(0, { distanceM: 5000 }), run(1, { distanceM: 9000 }), run(1, {})];
  expect(last(sameDay)?.baselines.distanceM?.largest).toBe(5000);
});

test('a run that lacks a quantity is not counted among the known ones, nor taken for none', () => {
  const runs = [run(0, { ascentM: 40 }), run(1, { distanceM: 5000 }), run(2, {})];
  expect(last(runs)?.baselines.ascentM).toMatchObject({ largest: 40, date: day(0), knownRuns: 1 });
  expect(last(runs)?.baselines.uphillM).toBeNull();
  expect(last(runs)?.runCount).toBe(2);
});

test('runs that leave the window are no longer counted', () => {
  const runs = [run(0, { ascentM: 40 }), run(5, { ascentM: 30 }), run(33, {})];
  expect(last(runs)?.baselines.ascentM).toMatchObject({ largest: 30, date: day(5), knownRuns: 1 });
});

test('the last run before is known however long ago, on a first run it is not', () => {
  const [first, second] = sessionBaselines([run(0, {}), run(400, {})]);
  expect(first).toMatchObject({ lastRunDate: null, runCount: 0 });
  expect(second).toMatchObject({ lastRunDate: day(0), runCount: 0 });
});

describe('a capped run', () => {
  const capped = (most: number) => ({
    ...run(5, { distanceM: 14_000, ascentM: 90 }),
    caps: { ...values({}), distanceM: { most, date: day(-20) } } as SessionCaps,
  });
  const baselines = (most: number, asked = 6) =>
    sessionBaselines([run(1, { distanceM: 8000 }), capped(most), run(asked, {})]).at(-1)?.baselines;

  test('counts as its cap, of the day that set the cap', () => {
    expect(baselines(11_000)?.distanceM).toEqual({
      largest: 11_000,
      date: day(-20),
      knownRuns: 2,
      isCapped: true,
    });
    expect(baselines(0)?.distanceM).toMatchObject({ largest: 8000, date: day(1), isCapped: true });
  });

  test('counts as itself below its cap, in what has no cap, and where it has left the window', () => {
    expect(baselines(15_000)?.distanceM).toMatchObject({ largest: 14_000, isCapped: false });
    expect(baselines(11_000)?.ascentM).toMatchObject({ largest: 90, isCapped: false });
    expect(baselines(11_000, 36)?.distanceM).toBeNull();
  });
});
