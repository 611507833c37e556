/** The row of a connection that has ended and of what is left to be told because of it. SQL only; call inside a transaction. */
import type { Row } from './activity-table.ts';
import type { SealedTokens } from './strava-account.ts';

export interface Farewell {
  /** With which Strava is told that our access is over; `null` where it need not be. */
  sealed: SealedTokens | null;
  /** Unix seconds, as all times here. */
  sinceS: number;
  dueAtS: number;
  attempts: number;
}

type FarewellRow = Row<{
  access_token: string | null;
  refresh_token: string | null;
  token_expires_at: number | null;
  since: number;
  due_at: number;
  attempts: number;
}>;

/** `null`: all have heard of all that has ended. */
export function readFarewell(sql: SqlStorage): Farewell | null {
  const [row] = sql.exec<FarewellRow>('SELECT * FROM strava_farewell').toArray();
  if (row === undefined) return null;
  const { access_token, refresh_token, token_expires_at, since, due_at, attempts } = row;
  return {
    sealed:
      access_token === null || refresh_token === null || token_expires_at === null
        ? null
        : {
            accessToken: access_token,
            refreshToken: refresh_token,
            expiresAtS: token_expires_at,
          },
    sinceS: since,
    dueAtS: due_at,
    attempts,
  };
}

/** Due at once. */
export function wantFarewell(sql: SqlStorage, sealed: SealedTokens | null, sinceS: number): void {
  sql.exec(
    `INSERT OR REPLACE INTO strava_farewell (id, access_token, refresh_token, token_expires_at, since, due_at)
     VALUES (1, ?, ?, ?, ?, ?)`,
    sealed?.accessToken ?? null,
    sealed?.refreshToken ?? null,
    sealed?.expiresAtS ?? null,
    sinceS,
    sinceS,
  );
}

/** Newer ones of the same connection. */
export function keepFarewellTokens(sql: SqlStorage, sealed: SealedTokens): void {
  sql.exec(
    `UPDATE strava_farewell SET access_token = ?, refresh_token = ?, token_expires_at = ?
     WHERE refresh_token IS NOT NULL`,
    sealed.accessToken,
    sealed.refreshToken,
    sealed.expiresAtS,
  );
}

/** Strava has heard; or must not any more, since giving up the old access would end the new one too. */
export function dropFarewellTokens(sql: SqlStorage): void {
  sql.exec(
    'UPDATE strava_farewell SET access_token = NULL, refresh_token = NULL, token_expires_at = NULL',
  );
}

export function putOffFarewell(sql: SqlStorage, dueAtS: number): void {
  sql.exec('UPDATE strava_farewell SET due_at = ?, attempts = attempts + 1', dueAtS);
}

export function endFarewell(sql: SqlStorage): void {
  sql.exec('DELETE FROM strava_farewell');
}
