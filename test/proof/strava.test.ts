/** A small part of `npm run proof:strava`, the same each time. */
import { expect, it } from 'vitest';
import { proveStrava } from './strava/proof.ts';
import { scriptOf } from './strava/script.ts';
import { troublesOf } from './strava/troubles.ts';

/** Between them: faults of many kinds, events late and again, kills, and athletes who leave. */
const SEEDS = [3, 23];

it('whatever Strava does and whenever the server dies, in the end everything is as if nothing had been', async () => {
  const { figures, differences } = await proveStrava({ seeds: SEEDS, say: () => {} });
  expect(differences).toEqual([]);
  expect(figures.violations).toEqual([]);
  expect(figures.secretsSeen).toBe(0);
  // Nothing was proved by runs in which nothing went wrong.
  expect(figures.kills).toBeGreaterThan(1);
  expect(Object.keys(figures.faults).length).toBeGreaterThan(3);
  expect(figures.webhooks.again).toBeGreaterThan(0);
}, 120_000);

it('the same seed makes the same script and the same troubles', () => {
  for (let seed = 1; seed <= 20; seed++) {
    expect(scriptOf(seed)).toEqual(scriptOf(seed));
    expect(troublesOf(seed, 9)).toEqual(troublesOf(seed, 9));
    expect(scriptOf(seed)).not.toEqual(scriptOf(seed + 1));
  }
});
