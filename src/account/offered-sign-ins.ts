/**
 * A browser that is one athlete here and has shown to be another as well may choose to go over to the other: offered for ten
 * minutes, for one use, to that session alone. Times are Unix seconds.
 */
import { hashToken } from './opaque-token.ts';

const OFFER_LIFETIME_S = 600;

/** `sessionToken`: of the athlete that the browser is now. */
export async function offerSignIn(
  directory: D1Database,
  sessionToken: string,
  athleteId: string,
  nowS: number,
): Promise<void> {
  await directory.batch([
    directory.prepare('DELETE FROM offered_sign_ins WHERE expires_at <= ?').bind(nowS),
    directory
      .prepare(
        `INSERT OR REPLACE INTO offered_sign_ins (holder_sha256, athlete_id, expires_at)
         VALUES (?, ?, ?)`,
      )
      .bind(await hashToken(sessionToken), athleteId, nowS + OFFER_LIFETIME_S),
  ]);
}

export async function isSignInOffered(
  directory: D1Database,
  sessionToken: string,
  nowS: number,
): Promise<boolean> {
  const row = await directory
    .prepare('SELECT 1 FROM offered_sign_ins WHERE holder_sha256 = ? AND expires_at > ?')
    .bind(await hashToken(sessionToken), nowS)
    .first();
  return row !== null;
}

/** Whose session the browser may have; the offer is gone. `null` when there was none. */
export async function takeSignIn(
  directory: D1Database,
  sessionToken: string,
  nowS: number,
): Promise<string | null> {
  const row = await directory
    .prepare(
      'DELETE FROM offered_sign_ins WHERE holder_sha256 = ? RETURNING athlete_id, expires_at',
    )
    .bind(await hashToken(sessionToken))
    .first<{ athlete_id: string; expires_at: number }>();
  return row !== null && row.expires_at > nowS ? row.athlete_id : null;
}
