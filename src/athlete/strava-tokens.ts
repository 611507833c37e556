/**
 * The tokens of the athlete's connection: sealed in their row, opened when they are needed, refreshed once for any number of
 * callers. A new refresh token is in its row before anything is asked with it; until then the old one is, and is tried again.
 */
import {
  openText,
  type SealedPlace,
  type SealingKeys,
  sealingKeys,
  sealText,
} from '../account/sealed-text.ts';
import { err, ok, type Result } from '../analysis/result.ts';
import { refreshTokens, type StravaApp, type StravaTokens } from '../strava/oauth.ts';
import type { StravaError } from '../strava/strava-error.ts';
import { readAccount, type SealedTokens, writeTokens } from './strava-account.ts';
import { keepFarewellTokens } from './strava-farewell-table.ts';

export type TokenError =
  | StravaError
  /** Not connected, or no longer by the same connection. */
  | { kind: 'disconnected' }
  /** What is kept cannot be opened: its key has left the deployment. */
  | { kind: 'sealed-shut' };

/** Seconds before its end from which a token is not begun with: a call may take that long. */
const REFRESH_BEFORE_END_S = 120;

const ACCESS_FIELD = 'strava-access-token';
const REFRESH_FIELD = 'strava-refresh-token';

/** What the token endpoint says of itself is nothing about what the token was wanted for. */
function ofTokens(error: StravaError): StravaError {
  switch (error.kind) {
    case 'not-found':
      return { kind: 'refused', status: 404 };
    case 'unauthorized':
    case 'scope-missing':
      return { kind: 'refused', status: 401 };
    default:
      return error;
  }
}

export class TokenKeeper {
  readonly #sql: SqlStorage;
  readonly #athleteId: string;
  readonly #keySecret: string;
  #keys: Promise<SealingKeys> | null = null;
  #refreshing: Promise<Result<string, TokenError>> | null = null;

  constructor(sql: SqlStorage, athleteId: string, keySecret: string) {
    this.#sql = sql;
    this.#athleteId = athleteId;
    this.#keySecret = keySecret;
  }

  async seal(tokens: StravaTokens): Promise<SealedTokens> {
    const keys = await this.#sealingKeys();
    const [accessToken, refreshToken] = await Promise.all([
      sealText(keys, tokens.accessToken, this.#place(ACCESS_FIELD)),
      sealText(keys, tokens.refreshToken, this.#place(REFRESH_FIELD)),
    ]);
    return { accessToken, refreshToken, expiresAtS: tokens.expiresAtS };
  }

  /** `refused`: an access token that Strava did not take; another one is given. */
  async accessToken(
    app: StravaApp,
    refused: string | null = null,
  ): Promise<Result<string, TokenError>> {
    const account = readAccount(this.#sql);
    if (account === null) return err({ kind: 'disconnected' });
    const { accessToken, expiresAtS } = account.sealed;
    if (expiresAtS - app.nowS() > REFRESH_BEFORE_END_S) {
      const opened = await this.#open(accessToken, ACCESS_FIELD);
      // A key that has rotated out costs one refresh, as long as the refresh token still opens.
      if (opened !== null && opened !== refused) return ok(opened);
    }
    this.#refreshing ??= this.#refresh(app).finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  /** Once no new tokens are on their way. */
  async settled(): Promise<void> {
    await this.#refreshing?.catch(() => {});
  }

  /** `null` when they cannot be opened. */
  async open({
    accessToken,
    refreshToken,
    expiresAtS,
  }: SealedTokens): Promise<StravaTokens | null> {
    const [access, refresh] = await Promise.all([
      this.#open(accessToken, ACCESS_FIELD),
      this.#open(refreshToken, REFRESH_FIELD),
    ]);
    return access === null || refresh === null
      ? null
      : { accessToken: access, refreshToken: refresh, expiresAtS };
  }

  async #refresh(app: StravaApp): Promise<Result<string, TokenError>> {
    const account = readAccount(this.#sql);
    if (account === null) return err({ kind: 'disconnected' });
    const refreshToken = await this.#open(account.sealed.refreshToken, REFRESH_FIELD);
    if (refreshToken === null) return err({ kind: 'sealed-shut' });
    const answer = await refreshTokens(app, refreshToken);
    if (!answer.ok) return err(ofTokens(answer.error));
    const sealed = await this.seal(answer.value);
    if (writeTokens(this.#sql, account.connectionId, sealed)) return ok(answer.value.accessToken);
    // The connection has ended meanwhile: only with these can Strava be told.
    keepFarewellTokens(this.#sql, sealed);
    return err({ kind: 'disconnected' });
  }

  async #open(sealed: string, field: string): Promise<string | null> {
    const opened = await openText(await this.#sealingKeys(), sealed, this.#place(field));
    return opened.ok ? opened.value.text : null;
  }

  #place(field: string): SealedPlace {
    return { athleteId: this.#athleteId, field };
  }

  #sealingKeys(): Promise<SealingKeys> {
    this.#keys ??= sealingKeys(this.#keySecret);
    return this.#keys;
  }
}
