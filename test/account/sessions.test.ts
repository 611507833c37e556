import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import {
  createAthlete,
  findSession,
  openSession,
  SESSION_LIFETIME_S,
} from '../../src/account/sessions.ts';

const NOW_S = 1_780_000_000;
const DAY_S = 86_400;

test('a session finds its athlete, and no other token does', async () => {
  const one = await createAthlete(env.DIRECTORY, NOW_S);
  const two = await createAthlete(env.DIRECTORY, NOW_S);
  expect(one.athleteId).not.toBe(two.athleteId);
  for (const { token, athleteId } of [one, two]) {
    expect((await findSession(env.DIRECTORY, token, NOW_S))?.athleteId).toBe(athleteId);
  }
});

test('a token has 256 bits and is nowhere in the directory', async () => {
  const { token } = await createAthlete(env.DIRECTORY, NOW_S);
  expect(atob(token.replaceAll('-', '+').replaceAll('_', '/'))).toHaveLength(32);
  const { results } = await env.DIRECTORY.prepare('SELECT * FROM sessions').all();
  expect(JSON.stringify(results)).not.toContain(token);
});

test.each(['', 'short', 'A'.repeat(43), 'A'.repeat(44), `${'A'.repeat(42)}'`])(
  'the token "%s" finds nothing',
  async (token) => {
    expect(await findSession(env.DIRECTORY, token, NOW_S)).toBeNull();
  },
);

test('a stored hash is no token', async () => {
  await createAthlete(env.DIRECTORY, NOW_S);
  const row = await env.DIRECTORY.prepare('SELECT token_sha256 FROM sessions').first<{
    token_sha256: string;
  }>();
  expect(row?.token_sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(await findSession(env.DIRECTORY, row?.token_sha256 ?? '', NOW_S)).toBeNull();
});

test('a session ends 400 days after it was last seen', async () => {
  const { token } = await createAthlete(env.DIRECTORY, NOW_S);
  const endS = NOW_S + SESSION_LIFETIME_S;
  expect(await findSession(env.DIRECTORY, token, endS)).toBeNull();
  expect(await findSession(env.DIRECTORY, token, endS - 1)).not.toBeNull();
  expect(await findSession(env.DIRECTORY, token, endS)).not.toBeNull();
});

test('a session in use is extended once a day, not on every request', async () => {
  const { token } = await createAthlete(env.DIRECTORY, NOW_S);
  const seenAt = async (nowS: number) =>
    (await findSession(env.DIRECTORY, token, nowS))?.wasExtended;
  expect(await seenAt(NOW_S + DAY_S - 1)).toBe(false);
  expect(await seenAt(NOW_S + DAY_S)).toBe(true);
  expect(await seenAt(NOW_S + DAY_S + 1)).toBe(false);
});

test('a session in another’s place makes that one void, and none of another athlete', async () => {
  const [one, two] = [
    await createAthlete(env.DIRECTORY, NOW_S),
    await createAthlete(env.DIRECTORY, NOW_S),
  ];
  const token = await openSession(env.DIRECTORY, one.athleteId, NOW_S, one.token);
  expect((await findSession(env.DIRECTORY, token, NOW_S))?.athleteId).toBe(one.athleteId);
  expect(await findSession(env.DIRECTORY, one.token, NOW_S)).toBeNull();
  await openSession(env.DIRECTORY, one.athleteId, NOW_S, two.token);
  expect((await findSession(env.DIRECTORY, two.token, NOW_S))?.athleteId).toBe(two.athleteId);
});

test('a new session clears away those that are over, and none that still finds its athlete', async () => {
  const ended = await createAthlete(env.DIRECTORY, NOW_S);
  const alsoEnded = await createAthlete(env.DIRECTORY, NOW_S);
  const lasting = await createAthlete(env.DIRECTORY, NOW_S + 1);
  const endS = NOW_S + SESSION_LIFETIME_S;
  const endedRows = async () =>
    (
      await env.DIRECTORY.prepare('SELECT count(*) AS n FROM sessions WHERE expires_at <= ?')
        .bind(endS)
        .first<{ n: number }>()
    )?.n;
  expect(await endedRows()).toBeGreaterThanOrEqual(2);
  await createAthlete(env.DIRECTORY, endS);
  expect(await endedRows()).toBe(0);
  expect(await findSession(env.DIRECTORY, ended.token, endS)).toBeNull();
  expect(await findSession(env.DIRECTORY, alsoEnded.token, endS)).toBeNull();
  expect((await findSession(env.DIRECTORY, lasting.token, endS))?.athleteId).toBe(
    lasting.athleteId,
  );
});

test('whoever signs in again clears away what is over, a hundred sessions at most', async () => {
  const { athleteId } = await createAthlete(env.DIRECTORY, NOW_S);
  await env.DIRECTORY.prepare(
    `INSERT INTO sessions (token_sha256, athlete_id, created_at, last_seen_at, expires_at)
     SELECT 'ended ' || value, ?, 0, 0, value FROM json_each(?)`,
  )
    .bind(athleteId, JSON.stringify(Array.from({ length: 101 }, (_, index) => index)))
    .run();
  const left = async () => {
    const { results } = await env.DIRECTORY.prepare(
      "SELECT token_sha256 AS token FROM sessions WHERE token_sha256 LIKE 'ended %'",
    ).all<{ token: string }>();
    return results.map(({ token }) => token);
  };
  await openSession(env.DIRECTORY, athleteId, NOW_S);
  expect(await left()).toEqual(['ended 100']);
  await openSession(env.DIRECTORY, athleteId, NOW_S);
  expect(await left()).toEqual([]);
});
