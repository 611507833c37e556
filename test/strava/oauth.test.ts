import { afterEach, describe, expect, it } from 'vitest';
import {
  authorizeUrl,
  exchangeCode,
  grantedScopes,
  mayReadActivities,
  refreshTokens,
  revokeAccess,
  type StravaApp,
} from '../../src/strava/oauth.ts';
import { type Answering, json, type LocalServer, localServer } from './local-server.ts';

const SECRET = 'client-secret-of-a-test';
const REFRESH = 'refresh-token-of-a-test';

let server: LocalServer | undefined;
afterEach(() => server?.close());

async function appOf(answer: Answering, revokeWith: StravaApp['revokeWith'] = 'revoke') {
  server = await localServer(answer);
  const app: StravaApp = {
    clientId: '4711',
    clientSecret: SECRET,
    oauthBase: server.base,
    revokeWith,
    nowS: () => 1_780_000_000,
  };
  return app;
}

const saying = (body: string, status = 200, revokeWith: StravaApp['revokeWith'] = 'revoke') =>
  appOf((_, response) => json(response, body, status), revokeWith);

const fault = (resource: string) =>
  JSON.stringify({ message: 'Bad Request', errors: [{ resource, field: 'x', code: 'invalid' }] });

describe('the address the athlete is sent to', () => {
  const asked = (withPrivate: boolean) =>
    new URL(
      authorizeUrl(
        { clientId: '4711', oauthBase: 'https://strava.example/' },
        { redirectUri: 'https://watch.example/strava?x=1', state: 'abc', withPrivate },
      ),
    );

  it('carries the state and asks for scopes separated by commas', () => {
    const url = asked(false);
    expect(url.origin + url.pathname).toBe('https://strava.example/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: '4711',
      redirect_uri: 'https://watch.example/strava?x=1',
      response_type: 'code',
      approval_prompt: 'auto',
      scope: 'read,activity:read',
      state: 'abc',
    });
  });

  it('asks for private activities only when told to', () => {
    expect(asked(true).searchParams.get('scope')).toBe('read,activity:read,activity:read_all');
  });
});

it('knows which scopes were left ticked', () => {
  expect(grantedScopes('read,activity:read')).toEqual(['read', 'activity:read']);
  expect(grantedScopes('activity:read_all read profile:write')).toEqual([
    'read',
    'activity:read_all',
  ]);
  expect(grantedScopes('')).toEqual([]);
  expect(mayReadActivities(grantedScopes('read'))).toBe(false);
  expect(mayReadActivities(grantedScopes('read,activity:read_all'))).toBe(true);
});

const HELD = { accessToken: 'a-token', refreshToken: REFRESH };
const TOKENS = '"access_token":"a","refresh_token":"r2","expires_at":1780020000';

it('trades a code for tokens and who it is whose they are', async () => {
  const app = await saying(`{${TOKENS},"athlete":{"id":9007199254740993,"firstname":"Ada"}}`);
  expect(await exchangeCode(app, 'the-code')).toEqual({
    ok: true,
    value: {
      accessToken: 'a',
      refreshToken: 'r2',
      expiresAtS: 1_780_020_000,
      athleteId: '9007199254740993',
      athleteName: 'Ada',
    },
  });
  expect(server?.seen[0]?.path).toBe('/oauth/token');
  expect(new URLSearchParams(server?.seen[0]?.body).get('code')).toBe('the-code');
});

it('refreshes, and hands on the refresh token that has taken the place of the old one', async () => {
  const app = await saying(`{${TOKENS}}`);
  expect(await refreshTokens(app, REFRESH)).toMatchObject({
    ok: true,
    value: { refreshToken: 'r2' },
  });
});

it.each([
  [400, fault('RefreshToken'), { kind: 'grant-rejected' }],
  [400, fault('AuthorizationCode'), { kind: 'grant-rejected' }],
  [401, fault('Application'), { kind: 'app-rejected' }],
  [500, '', { kind: 'server', status: 500 }],
  [200, '{"access_token":"a"}', { kind: 'malformed', reason: 'unexpected-shape' }],
  [200, 'a', { kind: 'malformed', reason: 'not-json' }],
])('tells %i %s apart', async (status, body, error) => {
  expect(await refreshTokens(await saying(body, status), REFRESH)).toEqual({ ok: false, error });
});

describe('giving the access up', () => {
  it.each(['revoke', 'deauthorize'] as const)('by oauth/%s', async (revokeWith) => {
    const app = await saying('{}', 200, revokeWith);
    expect(await revokeAccess(app, HELD)).toEqual({ ok: true, value: null });
    expect(server?.seen[0]).toMatchObject({ method: 'POST', path: `/oauth/${revokeWith}` });
  });

  it.each(['revoke', 'deauthorize'] as const)(
    'is not done when %s is refused',
    async (revokeWith) => {
      const app = await saying('{}', 401, revokeWith);
      expect(await revokeAccess(app, HELD)).toEqual({ ok: false, error: { kind: 'unauthorized' } });
    },
  );

  it('is not done when Strava fails', async () => {
    const app = await saying('{}', 500);
    expect((await revokeAccess(app, HELD)).ok).toBe(false);
  });
});

it('no secret is ever part of a URL or an error', async () => {
  const app = await saying(`{"message":"${SECRET} ${REFRESH}"}`, 400);
  const answers = [
    await exchangeCode(app, 'the-code'),
    await refreshTokens(app, REFRESH),
    await revokeAccess(app, HELD),
  ];
  expect(server?.seen).toHaveLength(3);
  for (const { path, method } of server?.seen ?? []) {
    expect(method).toBe('POST');
    expect(path).not.toContain('?');
  }
  for (const said of [SECRET, REFRESH, 'the-code', 'a-token']) {
    expect(JSON.stringify(answers)).not.toContain(said);
  }
});
