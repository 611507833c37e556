import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { judgedActivities } from '../../src/cli/judged-activities.ts';
import { sha256 } from '../../src/cli/sha256.ts';
import { watchedContent } from '../../src/cli/watched-content.ts';
import { EQUALS, KEPT, RECORDINGS } from '../same-recordings.ts';

const TODAY = '2026-06-01' as LocalDate;
const SETTINGS = { weekStart: 1, fastThresholdMps: null } as const;

const activities = RECORDINGS.flatMap(({ name, bytes }) => {
  const context = { sha256: sha256(bytes), timeZone: 'Europe/Berlin', sportHint: null };
  const content = watchedContent(bytes, context);
  if (!content.ok) throw new Error(content.error.message);
  return content.value.activities.map((activity) => ({ path: name, activity }));
});

const smaller = EQUALS.toSorted((a, b) => (sha256(a.bytes) < sha256(b.bytes) ? -1 : 1))[0];
const expected = [...KEPT, smaller].map((file) => file?.name).sort();

test('of the recordings of a run the richest counts, in whatever order the files are given', () => {
  const anyOrder = fc.shuffledSubarray(activities, { minLength: activities.length });
  fc.assert(
    fc.property(anyOrder, (given) => {
      const { placed, history } = judgedActivities(given, SETTINGS, TODAY);
      const paths = new Map(placed.map(({ id, source }) => [id, source.path]));
      expect(history.runs.map(({ id }) => paths.get(id)).sort()).toEqual(expected);
      expect(history.leftOut).toHaveLength(activities.length - expected.length);
    }),
    { numRuns: 50 },
  );
});
