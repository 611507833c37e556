/** Athletes and their sessions in the D1 directory. Knows nothing about running. Times are Unix seconds. */
import { hashToken, isToken, newToken } from './opaque-token.ts';

const DAY_S = 86_400;

/** The longest a browser keeps a cookie. */
export const SESSION_LIFETIME_S = 400 * DAY_S;
/** A session in use is extended at most this often, so that reading a page is rarely a write. */
const SEEN_EVERY_S = DAY_S;
/** Each new session clears away some that are over: more than one, so that they never pile up. */
const ENDED_AT_ONCE = 100;

/** Makes an athlete whom nothing but the returned session token holds. */
export async function createAthlete(
  directory: D1Database,
  nowS: number,
): Promise<{ athleteId: string; token: string }> {
  const athleteId = crypto.randomUUID();
  const token = newToken();
  await directory.batch([
    directory.prepare('INSERT INTO athletes (id, created_at) VALUES (?, ?)').bind(athleteId, nowS),
    await insertSession(directory, token, athleteId, nowS),
    dropEndedSessions(directory, nowS),
  ]);
  return { athleteId, token };
}

/**
 * A new session, for a browser that has just shown to be the athlete. `replacing`: the token it had as the same athlete,
 * which is void from now on.
 */
export async function openSession(
  directory: D1Database,
  athleteId: string,
  nowS: number,
  replacing: string | null = null,
): Promise<string> {
  const token = newToken();
  const opened = await insertSession(directory, token, athleteId, nowS);
  const closed =
    replacing === null
      ? []
      : [
          directory
            .prepare('DELETE FROM sessions WHERE token_sha256 = ? AND athlete_id = ?')
            .bind(await hashToken(replacing), athleteId),
        ];
  await directory.batch([opened, ...closed, dropEndedSessions(directory, nowS)]);
  return token;
}

/** Also all sessions, offered ones too, and the link with Strava: what refers to the athlete goes along. */
export async function eraseAthlete(directory: D1Database, athleteId: string): Promise<void> {
  await directory.prepare('DELETE FROM athletes WHERE id = ?').bind(athleteId).run();
}

/** The token is void from now on. */
export async function closeSession(directory: D1Database, token: string): Promise<void> {
  await directory
    .prepare('DELETE FROM sessions WHERE token_sha256 = ?')
    .bind(await hashToken(token))
    .run();
}

/** Those that ended first, which no token finds any more. */
function dropEndedSessions(directory: D1Database, nowS: number): D1PreparedStatement {
  return directory
    .prepare(
      `DELETE FROM sessions WHERE token_sha256 IN
         (SELECT token_sha256 FROM sessions WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)`,
    )
    .bind(nowS, ENDED_AT_ONCE);
}

async function insertSession(
  directory: D1Database,
  token: string,
  athleteId: string,
  nowS: number,
): Promise<D1PreparedStatement> {
  return directory
    .prepare(
      `INSERT INTO sessions (token_sha256, athlete_id, created_at, last_seen_at, expires_at)
       VALUES (?, ?, ?, ?, ?)`,
    )
    .bind(await hashToken(token), athleteId, nowS, nowS, nowS + SESSION_LIFETIME_S);
}

/** `wasExtended`: the session now ends later than the runner's cookie does, so the cookie wants setting again. */
export interface CurrentSession {
  athleteId: string;
  wasExtended: boolean;
}

/** The athlete of a session token; `null` when the token is malformed, unknown or expired. */
export async function findSession(
  directory: D1Database,
  token: string,
  nowS: number,
): Promise<CurrentSession | null> {
  if (!isToken(token)) return null;
  const tokenSha256 = await hashToken(token);
  const row = await directory
    .prepare(
      'SELECT athlete_id, last_seen_at FROM sessions WHERE token_sha256 = ? AND expires_at > ?',
    )
    .bind(tokenSha256, nowS)
    .first<{ athlete_id: string; last_seen_at: number }>();
  if (row === null) return null;
  const wasExtended = nowS - row.last_seen_at >= SEEN_EVERY_S;
  if (wasExtended) {
    await directory
      .prepare('UPDATE sessions SET last_seen_at = ?, expires_at = ? WHERE token_sha256 = ?')
      .bind(nowS, nowS + SESSION_LIFETIME_S, tokenSha256)
      .run();
  }
  return { athleteId: row.athlete_id, wasExtended };
}
