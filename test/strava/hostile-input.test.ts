/** Whatever arrives in Strava's name: nothing throws, and nothing that is no id becomes one. */
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stravaActivity } from '../../fixtures/strava-simulator/strava-activity.ts';
import { stravaJson } from '../../fixtures/strava-simulator/strava-json.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { stravaClient } from '../../src/strava/client.ts';
import { streamsSchema } from '../../src/strava/stream-set.ts';
import { activityFromStrava } from '../../src/strava/streams.ts';
import { summarySchema } from '../../src/strava/summary.ts';
import { webhookEvent } from '../../src/strava/webhook.ts';
import { type LocalServer, localServer } from './local-server.ts';

const ID = /^\d{1,20}$/;

/** An object in the shape of Strava's with some of its values replaced by anything. */
const spoiled = (whole: Record<string, unknown>): fc.Arbitrary<string> =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(whole)), fc.jsonValue(), { maxKeys: 3 })
    .map((changes) => stravaJson({ ...whole, ...changes }));

const { summary, streams } = stravaActivity(
  syntheticRun({ segments: [{ speedMps: 3, distanceM: 60 }] }),
);

it('an event is understood, with ids that are digits, or named as what it is not', () => {
  const event = {
    object_type: 'activity',
    object_id: 12n,
    aspect_type: 'create',
    owner_id: 7n,
    subscription_id: 1n,
    event_time: 1_780_000_000,
    updates: {},
  };
  let understood = 0;
  const property = fc.property(fc.oneof(fc.string(), fc.json(), spoiled(event)), (body) => {
    const read = webhookEvent(body, '1');
    if (!read.ok) return;
    understood++;
    expect(read.value.ownerId).toMatch(ID);
    if (read.value.kind !== 'deauthorized') expect(read.value.activityId).toMatch(ID);
  });
  fc.assert(property, { numRuns: 2000 });
  expect(understood).toBeGreaterThan(20);
});

let server: LocalServer;
let answer: { status: number; body: string | Uint8Array };
beforeAll(async () => {
  server = await localServer((_, response) => response.writeHead(answer.status).end(answer.body));
});
afterAll(() => server.close());

it('an answer of any status and content is a value', async () => {
  const client = stravaClient('token', { apiBase: server.base, nowS: () => 1_780_000_000 });
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json(),
    spoiled(summary),
    spoiled(streams ?? {}),
    spoiled({ errors: [{ resource: 'Application', field: 'Status', code: 'Inactive' }] }),
  );
  const status = fc.constantFrom(200, 200, 200, 201, 301, 400, 401, 403, 404, 418, 429, 500, 599);
  let read = 0;
  const property = fc.asyncProperty(status, content, async (code, body) => {
    answer = { status: code, body };
    for (const { outcome } of [
      await client.activity('1'),
      await client.streams('1'),
      await client.activities({ page: 1 }),
    ]) {
      if (outcome.ok) read++;
      else expect(outcome.error.kind).toMatch(/^[a-z-]+$/);
    }
  });
  await fc.assert(property, { numRuns: 200 });
  expect(read).toBeGreaterThan(10);
});

it('streams of any numbers give samples in order of time, and an analysis', () => {
  const value = fc.oneof(fc.double(), fc.integer({ min: -10, max: 4000 }), fc.constant(null));
  const set = fc.integer({ min: 0, max: 40 }).chain((length) => {
    const column = fc.option(fc.array(value, { minLength: length, maxLength: length }));
    return fc.record({ time: column, distance: column, altitude: column, cadence: column });
  });
  const known = v.parse(summarySchema, {
    ...summary,
    id: '1',
    athlete: { id: '2' },
  });
  const property = fc.property(set, (columns) => {
    const wire = Object.fromEntries(
      Object.entries(columns).map(([type, data]) => [type, data && { data }]),
    );
    const { activity } = activityFromStrava(known, v.parse(streamsSchema, wire));
    const { timeS } = activity.samples;
    for (let i = 1; i < timeS.length; i++) {
      expect(timeS[i] as number).toBeGreaterThan(timeS[i - 1] as number);
    }
    expect(runExposure(activity).sampleCount).toBe(timeS.length);
  });
  fc.assert(property, { numRuns: 500 });
});
