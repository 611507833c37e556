import { expect, test } from 'vitest';
import { criticalSpeeds } from '../../src/analysis/critical-speeds.ts';
import { day, recordedRun } from './history-builder.ts';

type Efforts = readonly (readonly [distanceM: number, durationS: number])[];

function runWith(daysLater: number, efforts: Efforts) {
  const run = recordedRun(day(daysLater), 5000);
  const bestEfforts = efforts.map(([distanceM, durationS]) => ({ distanceM, durationS }));
  return { ...run, exposure: { ...run.exposure, bestEfforts } };
}

const SHORT: Efforts = [
  [400, 80],
  [800, 172],
];
const LONG: Efforts = [[5000, 1290]];

test('it is the line through the fastest efforts of the runs before, 3.78 m/s in the worked example', () => {
  const speeds = criticalSpeeds([runWith(0, SHORT), runWith(5, LONG), runWith(9, [])]);
  expect(speeds.slice(0, 2)).toEqual([null, null]);
  expect(speeds[2]).toBeCloseTo(3.7827, 4);
});

test('a slower effort at the same distance changes nothing, a faster one does', () => {
  const before = [runWith(0, SHORT), runWith(5, LONG)];
  const slower = criticalSpeeds([...before, runWith(6, [[5000, 1400]]), runWith(9, [])]);
  const faster = criticalSpeeds([...before, runWith(6, [[5000, 1250]]), runWith(9, [])]);
  expect(slower[3]).toBeCloseTo(3.7827, 4);
  expect(faster[3]).toBeGreaterThan(3.8);
});

test('efforts of the ninetieth day before count, of the ninety-first no longer', () => {
  expect(criticalSpeeds([runWith(0, SHORT), runWith(5, LONG), runWith(90, [])])[2]).not.toBeNull();
  expect(criticalSpeeds([runWith(0, SHORT), runWith(5, LONG), runWith(91, [])])[2]).toBeNull();
});

test("a run's own efforts and those of its day never judge it", () => {
  expect(criticalSpeeds([runWith(0, SHORT), runWith(0, LONG)])).toEqual([null, null]);
});
