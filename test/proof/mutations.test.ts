/** A small part of `npm run proof:mutations`, the same each time. */
import { expect, it } from 'vitest';
import { mutatedCase } from './mutated-case.ts';
import { originals } from './originals.ts';
import { runMutations } from './run-mutations.ts';

const SEED = 1;
const RUNS = 300;

it('300 damaged and lying files of every format neither throw nor hang nor fill the memory', async () => {
  const { tally } = await runMutations({ seed: SEED, runs: RUNS, only: null });
  expect(tally.failed, tally.lines(SEED).join('\n')).toEqual([]);
  expect([...tally.runs.keys()].sort()).toEqual(['fit', 'gpx', 'gz', 'tcx', 'zip']);
  // Nothing was proved by files that are refused at their first byte.
  expect(tally.words.get('ok')).toBeGreaterThan(RUNS / 3);
}, 120_000);

it('the same seed and number make the same file', () => {
  const sound = originals();
  for (let index = 0; index < 40; index++) {
    const [once, again] = [mutatedCase(SEED, index, sound), mutatedCase(SEED, index, sound)];
    expect(again.mutation).toBe(once.mutation);
    expect(Buffer.compare(again.bytes, once.bytes)).toBe(0);
  }
});
