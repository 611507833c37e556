import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { NEW_BUDGET } from '../../src/strava/call-budget.ts';

test('a budget that an older release has kept, without all of today’s parts, still leases a call', async () => {
  const budget = env.STRAVA_BUDGET.getByName('kept by an older release');
  const nowS = Date.UTC(2026, 10, 20, 12, 10) / 1000;
  const startS = Date.UTC(2026, 10, 20, 12) / 1000;
  await runInDurableObject(budget, (_, { storage }) =>
    storage.kv.put('budget', {
      limits: NEW_BUDGET.limits,
      turns: { startS, callers: { ada: { priority: 'later', calls: 3, expectedByS: nowS } } },
    }),
  );
  const wanted = { id: 'a', isRead: true, caller: 'ada', priority: 'prompt' } as const;
  expect(await budget.lease(wanted, nowS)).toMatchObject({ isGranted: true });
});
