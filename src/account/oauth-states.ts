/**
 * What ties the answer of a foreign sign-in page to the browser that asked: random, for one use, within ten minutes, and
 * good for the holder of one token alone. Times are Unix seconds.
 */
import { hashToken, isToken, newToken } from './opaque-token.ts';

export const STATE_LIFETIME_S = 600;

/** `holder`: the token in a cookie of the browser that asks. */
export async function issueState(
  directory: D1Database,
  holder: string,
  nowS: number,
): Promise<string> {
  const state = newToken();
  await directory.batch([
    directory.prepare('DELETE FROM oauth_states WHERE expires_at <= ?').bind(nowS),
    directory
      .prepare(
        'INSERT INTO oauth_states (state_sha256, holder_sha256, expires_at) VALUES (?, ?, ?)',
      )
      .bind(await hashToken(state), await hashToken(holder), nowS + STATE_LIFETIME_S),
  ]);
  return state;
}

/** True once for a state, and only to its holder. */
export async function consumeState(
  directory: D1Database,
  state: string,
  holder: string,
  nowS: number,
): Promise<boolean> {
  if (!isToken(state) || !isToken(holder)) return false;
  const row = await directory
    .prepare(
      `DELETE FROM oauth_states WHERE state_sha256 = ? AND holder_sha256 = ? AND expires_at > ?
       RETURNING 1 AS was_there`,
    )
    .bind(await hashToken(state), await hashToken(holder), nowS)
    .first();
  return row !== null;
}
