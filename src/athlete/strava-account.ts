/** The row of the athlete's connection with Strava. SQL only; its tokens are sealed and opened elsewhere. */
import type { StravaScope } from '../strava/oauth.ts';
import type { Row } from './activity-table.ts';
import type { StravaProblem } from './strava-status.ts';

export interface StravaAccount {
  /** Differs for every connection. */
  connectionId: string;
  stravaAthleteId: string;
  name: string;
  scopes: StravaScope[];
  sealed: SealedTokens;
  connectedAtS: number;
  /** When the athlete last asked for anything. */
  activeAtS: number;
  problem: StravaProblem | null;
  /** Calls that failed one after the other. */
  failures: number;
  lastSyncAtS: number | null;
}

export interface SealedTokens {
  accessToken: string;
  refreshToken: string;
  /** Of the access token; Unix seconds. */
  expiresAtS: number;
}

type AccountRow = Row<{
  connection_id: string;
  strava_athlete_id: string;
  name: string;
  scopes: string;
  access_token: string;
  refresh_token: string;
  token_expires_at: number;
  connected_at: number;
  active_at: number;
  problem: string | null;
  failures: number;
  last_sync_at: number | null;
}>;

/** `null`: not connected. */
export function readAccount(sql: SqlStorage): StravaAccount | null {
  const [row] = sql.exec<AccountRow>('SELECT * FROM strava_account').toArray();
  if (row === undefined) return null;
  return {
    connectionId: row.connection_id,
    stravaAthleteId: row.strava_athlete_id,
    name: row.name,
    scopes: JSON.parse(row.scopes),
    sealed: {
      accessToken: row.access_token,
      refreshToken: row.refresh_token,
      expiresAtS: row.token_expires_at,
    },
    connectedAtS: row.connected_at,
    activeAtS: row.active_at,
    problem: row.problem as StravaProblem | null,
    failures: row.failures,
    lastSyncAtS: row.last_sync_at,
  };
}

/** In place of the one before, if there is one. */
export function writeAccount(sql: SqlStorage, account: StravaAccount): void {
  sql.exec(
    `INSERT OR REPLACE INTO strava_account (id, connection_id, strava_athlete_id, name, scopes, access_token,
       refresh_token, token_expires_at, connected_at, active_at, problem, failures, last_sync_at)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    account.connectionId,
    account.stravaAthleteId,
    account.name,
    JSON.stringify(account.scopes),
    account.sealed.accessToken,
    account.sealed.refreshToken,
    account.sealed.expiresAtS,
    account.connectedAtS,
    account.activeAtS,
    account.problem,
    account.failures,
    account.lastSyncAtS,
  );
}

/** False when that connection is over: then the tokens belong to nobody here. */
export function writeTokens(sql: SqlStorage, connectionId: string, sealed: SealedTokens): boolean {
  return (
    sql.exec(
      'UPDATE strava_account SET access_token = ?, refresh_token = ?, token_expires_at = ? WHERE connection_id = ?',
      sealed.accessToken,
      sealed.refreshToken,
      sealed.expiresAtS,
      connectionId,
    ).rowsWritten > 0
  );
}

export function isConnection(sql: SqlStorage, connectionId: string): boolean {
  return readAccount(sql)?.connectionId === connectionId;
}

export function noteActive(sql: SqlStorage, activeAtS: number): void {
  sql.exec('UPDATE strava_account SET active_at = ?', activeAtS);
}

export function noteSynced(sql: SqlStorage, syncedAtS: number): void {
  sql.exec('UPDATE strava_account SET last_sync_at = ?', syncedAtS);
}

/** A problem that is over takes its failures along. */
export function noteProblem(
  sql: SqlStorage,
  problem: StravaProblem | null,
  failures: number,
): void {
  sql.exec('UPDATE strava_account SET problem = ?, failures = ?', problem, failures);
}
