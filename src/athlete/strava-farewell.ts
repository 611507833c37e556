/**
 * After the end of a connection: the directory forgets whose account it was, and Strava is told that our access is over. Tried
 * again until both have heard, for two days at most; the tokens stay sealed in a row as long, and no longer.
 */
import { refreshTokens, revokeAccess, type StravaApp } from '../strava/oauth.ts';
import type { SealedTokens } from './strava-account.ts';
import { noteRevoked } from './strava-expiry.ts';
import {
  dropFarewellTokens,
  endFarewell,
  keepFarewellTokens,
  putOffFarewell,
  readFarewell,
} from './strava-farewell-table.ts';
import type { TokenKeeper } from './strava-tokens.ts';
import { DELETION_S, pauseS } from './strava-trouble.ts';

export interface FarewellRoom {
  storage: DurableObjectStorage;
  tokens: TokenKeeper;
  /** `null`: the deployment has none any more, or cannot open tokens. */
  app: StravaApp | null;
  /** Makes the directory say who is connected; false when that has changed meanwhile. May reject. */
  settleLink: () => Promise<boolean>;
  /** Unix seconds. */
  nowS: () => number;
}

/** Never rejects for what Strava or the directory do. */
export async function sayFarewell(room: FarewellRoom): Promise<void> {
  const { storage, tokens, settleLink, nowS } = room;
  const { sql } = storage;
  // A refresh under way makes the kept tokens void, and a refused one would look like access that is over.
  await tokens.settled();
  const farewell = readFarewell(sql);
  if (farewell === null || farewell.dueAtS > nowS()) return;
  const isLinkSettled = await settleLink().catch((error: unknown) => {
    console.error('The directory could not be told of the end of a connection:', error);
    return false;
  });
  const isRevoked = farewell.sealed !== null && (await isGivenUp(room, farewell.sealed));
  storage.transactionSync(() => {
    const now = readFarewell(sql);
    // Connected anew meanwhile, or ended once more.
    if (now === null || now.sinceS !== farewell.sinceS) return;
    if (isRevoked && now.sealed !== null) {
      noteRevoked(sql);
      dropFarewellTokens(sql);
    }
    const isOver = nowS() - farewell.sinceS > DELETION_S;
    const isStravaTold = isRevoked || now.sealed === null;
    if (isOver || (isLinkSettled && isStravaTold)) endFarewell(sql);
    else putOffFarewell(sql, nowS() + pauseS(farewell.attempts));
  });
}

/** Only a refused refresh tells that the access is over: an access token may have died alone. */
async function isGivenUp({ storage, tokens, app, nowS }: FarewellRoom, sealed: SealedTokens) {
  const held = app === null ? null : await tokens.open(sealed);
  if (app === null || held === null) return false;
  if (app.revokeWith === 'revoke' || held.expiresAtS > nowS()) {
    const first = await revokeAccess(app, held);
    if (first.ok || first.error.kind !== 'unauthorized') return first.ok;
  }
  const fresh = await refreshTokens(app, held.refreshToken);
  if (!fresh.ok) return fresh.error.kind === 'grant-rejected';
  keepFarewellTokens(storage.sql, await tokens.seal(fresh.value));
  // Connected anew meanwhile: that would end the new access too.
  if ((readFarewell(storage.sql)?.sealed ?? null) === null) return false;
  return (await revokeAccess(app, fresh.value)).ok;
}
