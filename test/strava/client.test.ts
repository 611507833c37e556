import { afterEach, describe, expect, it } from 'vitest';
import { stravaActivity } from '../../fixtures/strava-simulator/strava-activity.ts';
import { stravaJson } from '../../fixtures/strava-simulator/strava-json.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { type StravaClient, stravaClient } from '../../src/strava/client.ts';
import { type Answering, json, type LocalServer, localServer } from './local-server.ts';

const TOKEN = 'access-token-of-a-test';
const NOW_S = 1_780_000_000;
const RATE_HEADERS = {
  'X-RateLimit-Limit': '200,2000',
  'X-RateLimit-Usage': '7,31',
  'X-ReadRateLimit-Limit': '100,1000',
  'X-ReadRateLimit-Usage': '5,29',
};
const RATE = {
  overall: { quarterHour: { limit: 200, used: 7 }, day: { limit: 2000, used: 31 } },
  reads: { quarterHour: { limit: 100, used: 5 }, day: { limit: 1000, used: 29 } },
};

let server: LocalServer | undefined;
afterEach(() => server?.close());

async function clientOf(answer: Answering, timeoutMs = 5000): Promise<StravaClient> {
  server = await localServer(answer);
  return stravaClient(TOKEN, { apiBase: `${server.base}/api/v3`, nowS: () => NOW_S, timeoutMs });
}

const saying = (body: string, status = 200) =>
  clientOf((_, response) => json(response, body, status, RATE_HEADERS));

const fault = (resource: string, field: string, code: string) =>
  JSON.stringify({ message: 'words of Strava', errors: [{ resource, field, code }] });

describe('what is asked', () => {
  it('is asked below the base, with the token in a header and never in the URL', async () => {
    const client = await saying('[]');
    await client.activities({ afterS: 10, beforeS: 20, page: 3 });
    await client.activity('12');
    await client.streams('12');
    await client.gear('g5');
    await client.athlete();
    expect(server?.seen.map(({ path }) => decodeURIComponent(path))).toEqual([
      '/api/v3/athlete/activities?page=3&per_page=200&before=20&after=10',
      '/api/v3/activities/12?',
      '/api/v3/activities/12/streams?keys=time,distance,latlng,altitude,velocity_smooth,heartrate,cadence,watts&key_by_type=true',
      '/api/v3/gear/g5',
      '/api/v3/athlete',
    ]);
    for (const { path, headers } of server?.seen ?? []) {
      expect(path).not.toContain(TOKEN);
      expect(headers.authorization).toBe(`Bearer ${TOKEN}`);
    }
  });

  it.each(['', '../athlete', '12?x=1', '12/../13', 'g12'])(
    'never has the activity id "%s" in its path',
    async (id) => {
      const client = await saying('{}');
      expect(() => client.activity(id)).toThrow();
      expect(() => client.streams(id)).toThrow();
      expect(server?.seen).toEqual([]);
    },
  );

  it('does not follow a redirect, which would carry the token along', async () => {
    const client = await clientOf((request, response) => {
      if (request.path.startsWith('/api')) response.writeHead(302, { Location: '/elsewhere' });
      response.end('{}');
    });
    expect((await client.athlete()).outcome.ok).toBe(false);
    expect(server?.seen).toHaveLength(1);
  });
});

describe('what is answered', () => {
  it('keeps every digit of ids beyond 2^53', async () => {
    const id = 9_007_199_254_740_993n;
    const athleteId = 18_446_744_073_709_551_615n;
    const { summary, detail } = stravaActivity(syntheticRun({ segments: [ONE_KM] }), {
      id,
      athleteId,
    });
    const client = await clientOf(({ path }, response) =>
      json(response, stravaJson(path.includes('athlete/') ? [summary] : detail)),
    );
    const listed = await client.activities({ page: 1 });
    const read = await client.activity(String(id));
    expect(listed.outcome).toMatchObject({
      ok: true,
      value: { count: 1, activities: [{ id: String(id), athleteId: String(athleteId) }] },
    });
    expect(read.outcome).toMatchObject({ ok: true, value: { id: String(id) } });
  });

  it('tells the rates of the app with every answer, good or bad', async () => {
    expect((await (await saying('{"id":1}')).athlete()).rate).toEqual(RATE);
    await server?.close();
    expect((await (await saying('{}', 500)).athlete()).rate).toEqual(RATE);
    await server?.close();
    expect((await (await saying('no json')).athlete()).rate).toEqual(RATE);
  });

  it('passes over an activity of a list that cannot be read, and counts it', async () => {
    const { summary } = stravaActivity(syntheticRun({ segments: [ONE_KM] }));
    const client = await saying(stravaJson([{ id: 'x' }, summary, null]));
    const { outcome } = await client.activities({ page: 1 });
    expect(outcome.ok && outcome.value.count).toBe(3);
    expect(outcome.ok && outcome.value.activities.map(({ id }) => id)).toEqual([
      String(summary.id),
    ]);
  });

  it('reads streams as columns, with NaN where a value is missing', async () => {
    const client = await saying(
      '{"time":{"data":[0,1,3]},"heartrate":{"data":[null,140,141]},"latlng":{"data":[[1,2],null,[3,4]]}}',
    );
    expect((await client.streams('1')).outcome).toEqual({
      ok: true,
      value: {
        timeS: Float64Array.of(0, 1, 3),
        distanceM: null,
        altitudeM: null,
        speedMps: null,
        heartRateBpm: Float64Array.of(Number.NaN, 140, 141),
        cadence: null,
        powerW: null,
        latitudeDeg: Float64Array.of(1, Number.NaN, 3),
        longitudeDeg: Float64Array.of(2, Number.NaN, 4),
      },
    });
  });

  it.each(['{}', '[]', '{"time":{"data":[]}}', '{"distance":{"data":[1,2]}}'])(
    'has no streams when they are %s',
    async (body) => {
      expect((await (await saying(body)).streams('1')).outcome).toEqual({ ok: true, value: null });
    },
  );

  it.each([
    ['columns of different length', '{"time":{"data":[0,1]},"distance":{"data":[0]}}'],
    ['text for numbers', '{"time":{"data":["0"]}}'],
    ['a list', '[{"type":"time","data":[0]}]'],
  ])('refuses streams that are %s', async (_, body) => {
    expect((await (await saying(body)).streams('1')).outcome).toEqual({
      ok: false,
      error: { kind: 'malformed', reason: 'unexpected-shape' },
    });
  });
});

describe('what goes wrong is told apart', () => {
  const QUARTER_ENDS_S = 1_780_000_200;

  it.each([
    [401, fault('Athlete', 'access_token', 'invalid'), { kind: 'unauthorized' }],
    [401, fault('AccessToken', 'activity:read_permission', 'missing'), { kind: 'scope-missing' }],
    [403, fault('Application', 'Status', 'Inactive'), { kind: 'app-inactive' }],
    [403, '', { kind: 'refused', status: 403 }],
    [404, fault('Activity', 'id', 'not found'), { kind: 'not-found' }],
    [
      429,
      fault('Application', 'rate limit', 'exceeded'),
      { kind: 'rate-limited', window: 'quarterHour', endsAtS: QUARTER_ENDS_S },
    ],
    [500, '<html>', { kind: 'server', status: 500 }],
    [503, '', { kind: 'server', status: 503 }],
    [418, '{"errors":7}', { kind: 'refused', status: 418 }],
    [200, '{"id":', { kind: 'malformed', reason: 'not-json' }],
    [200, '{"id":"me"}', { kind: 'malformed', reason: 'unexpected-shape' }],
  ])('%i %s', async (status, body, error) => {
    expect((await (await saying(body, status)).athlete()).outcome).toEqual({ ok: false, error });
  });

  it('a day whose calls are used up ends at midnight UTC', async () => {
    const client = await clientOf((_, response) =>
      json(response, '', 429, { ...RATE_HEADERS, 'X-ReadRateLimit-Usage': '12,1000' }),
    );
    expect((await client.athlete()).outcome).toEqual({
      ok: false,
      error: { kind: 'rate-limited', window: 'day', endsAtS: Date.UTC(2026, 4, 29) / 1000 },
    });
  });

  it('a body that breaks off is cut, whether its length was said or not', async () => {
    for (const length of [{ 'Content-Length': '100' }, {}]) {
      const client = await clientOf((_, response) => {
        response.writeHead(200, length);
        response.write('{"id":1');
        setTimeout(() => response.destroy(), 20);
      });
      expect((await client.athlete()).outcome).toEqual({
        ok: false,
        error: { kind: 'malformed', reason: 'cut' },
      });
      await server?.close();
    }
  });

  it('an answer that does not come, or does not end, in time is a timeout', async () => {
    for (const begins of [false, true]) {
      const client = await clientOf((_, response) => {
        if (begins) response.writeHead(200).write('{');
      }, 60);
      expect((await client.athlete()).outcome).toEqual({
        ok: false,
        error: { kind: 'unreachable', reason: 'timeout' },
      });
      await server?.close();
    }
  });

  it('nobody there is the network', async () => {
    const client = await saying('{}');
    await server?.close();
    expect((await client.athlete()).outcome).toEqual({
      ok: false,
      error: { kind: 'unreachable', reason: 'network' },
    });
  });

  it('an answer without end is left at 16 MB', async () => {
    let sent = 0;
    const client = await clientOf((_, response) => {
      const chunk = ' '.repeat(2 ** 20);
      const more = () => {
        while (!response.destroyed && sent < 64) {
          sent++;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
      };
      more();
    });
    expect((await client.athlete()).outcome).toEqual({
      ok: false,
      error: { kind: 'malformed', reason: 'too-long' },
    });
    expect(sent).toBeLessThan(32);
  });

  it('no error tells the token or the address', async () => {
    const client = await saying(`{"message":"${TOKEN}","errors":[]}`, 400);
    const answer = JSON.stringify(await client.activity('12'));
    expect(answer).not.toContain(TOKEN);
    expect(answer).not.toContain('127.0.0.1');
  });
});

it('calls at the same time keep their own tokens', async () => {
  server = await localServer(({ headers }, response) =>
    setTimeout(
      () => json(response, `{"id":${headers.authorization?.slice('Bearer '.length)}}`),
      Math.random() * 20,
    ),
  );
  const apiBase = server.base;
  const tokens = Array.from({ length: 20 }, (_, i) => String(i + 1));
  const answers = await Promise.all(
    tokens.map((token) => stravaClient(token, { apiBase, nowS: () => NOW_S }).athlete()),
  );
  expect(answers.map(({ outcome }) => outcome.ok && outcome.value.id)).toEqual(tokens);
});

const ONE_KM = { speedMps: 2.75, distanceM: 1000 };
