import { describe, expect, test } from 'vitest';
import { encodeFit, type RunSpec, syntheticRun } from '../../fixtures/synthetic-run.ts';
import { ride, withoutRecords } from '../../fixtures/watch-file-variants.ts';
import { analyseFile } from '../../src/athlete/analyse-file.ts';

const position = { latitudeDeg: 1, longitudeDeg: -30 };

function warned(bytes: Uint8Array): string[] {
  const analysed = analyseFile(bytes);
  if (!analysed.ok) throw new Error(analysed.error.message);
  return analysed.value.flatMap(({ warnings }) => warnings.map(({ kind }) => kind));
}

const runWith = (spec: Partial<RunSpec>): Uint8Array =>
  encodeFit(syntheticRun({ segments: [{ speedMps: 2.78, durationS: 600 }], ...spec }));

describe('a run', () => {
  test('without a single position says that there was no GPS, with one it does not', () => {
    expect(warned(runWith({}))).toEqual(['no-positions']);
    expect(warned(runWith({ position }))).toEqual([]);
  });

  test('on a treadmill, where nobody expects GPS, does not say so', () => {
    expect(warned(runWith({ subSport: 'treadmill' }))).not.toContain('no-positions');
  });

  test('of totals only says once that there are no samples, and nothing of GPS', () => {
    expect(warned(withoutRecords())).toEqual(['no-samples']);
  });
});

test('a ride is not asked for its GPS', () => {
  expect(warned(ride())).toEqual([]);
});
