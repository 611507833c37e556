import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedRuns } from '../../src/analysis/counted-runs.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { addFile } from '../../src/athlete/add-file.ts';
import { analyseFile } from '../../src/athlete/analyse-file.ts';
import { type AnalysedFile, NO_CONTEXT } from '../../src/athlete/analysed-file.ts';
import { readHistoryRuns } from '../../src/athlete/run-table.ts';
import { startDate } from '../../src/athlete/runner-clock.ts';
import { EQUALS, KEPT, RECORDINGS, type RecordedFile } from '../same-recordings.ts';

const TODAY = '2026-06-01' as LocalDate;
const TIME_ZONE = 'Europe/Berlin';

async function sha256({ bytes }: RecordedFile): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function analysed(file: RecordedFile): Promise<AnalysedFile> {
  const activities = analyseFile(file.bytes);
  if (!activities.ok) throw new Error(activities.error.message);
  const hash = await sha256(file);
  return {
    sha256: hash,
    storedAs: hash,
    name: file.name,
    sizeBytes: file.bytes.length,
    about: NO_CONTEXT,
    activities: activities.value,
  };
}

test('of the recordings of a run the richest is kept, in whatever order they are imported', async () => {
  const files = await Promise.all(RECORDINGS.map(analysed));
  const [one = '', other = ''] = await Promise.all(EQUALS.map(sha256));
  const smaller = EQUALS[one < other ? 0 : 1];
  const expected = [...KEPT, smaller].map((file) => file?.name).sort();
  const athlete = env.ATHLETE.getByName(crypto.randomUUID());
  await runInDurableObject(athlete, (_, { storage: { sql } }) => {
    const anyOrder = fc.shuffledSubarray(files, { minLength: files.length });
    fc.assert(
      fc.property(anyOrder, (given) => {
        sql.exec('DELETE FROM activities; DELETE FROM files;');
        for (const file of given) addFile(sql, file, 0, (start) => startDate(start, TIME_ZONE));
        const kept = sql
          .exec<{ id: string; name: string }>(
            'SELECT id, name FROM activities JOIN files USING (sha256) WHERE twin_of IS NULL ORDER BY name',
          )
          .toArray();
        expect(kept.map(({ name }) => name)).toEqual(expected);
        const { counted, leftOut } = countedRuns(readHistoryRuns(sql, new Map(), false), TODAY);
        expect(counted.map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort());
        expect(leftOut).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
