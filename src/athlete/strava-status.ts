/** What the athlete's connection with Strava takes and tells, behind the athlete's one door. Plain data, no token but on the way in. */
import type { StravaScope, StravaTokens } from '../strava/oauth.ts';

export interface StravaConnection {
  stravaAthleteId: string;
  /** As Strava has it; shown, never used as a key. */
  name: string;
  tokens: StravaTokens;
  /** What the athlete left ticked. */
  scopes: StravaScope[];
}

export interface StravaStatus {
  name: string;
  stravaAthleteId: string;
  scopes: StravaScope[];
  /** Unix seconds, as all times here. */
  connectedAtS: number;
  backfill: StravaBackfill;
  problem: StravaProblem | null;
  /** When the listing was last complete; `null` before the first. */
  lastSyncAtS: number | null;
  /** When the first of the rows from Strava is erased unless it is fetched again; `null` without any. */
  expiresAtS: number | null;
}

export interface StravaBackfill {
  /** Activities of every sport that are known from Strava. */
  listed: number;
  /** Runs whose course has been asked for: with it, or known to have none. */
  withDetail: number;
  /** Runs whose course is still to be asked for. */
  toDetail: number;
  /** Of them, those of the last 60 days: all that flags look at. */
  toDetailForFlags: number;
  /** The listing of the last 12 months is not complete yet. */
  isListing: boolean;
  /** When Strava is asked next; `null` when nothing is to be asked. */
  nextCallAtS: number | null;
}

export type StravaProblem =
  /** Strava no longer takes our token, or the athlete unticked what this needs: only connecting anew helps. */
  | 'reconnect'
  /** Strava has switched the app off, or does not know it: nothing the athlete could do. */
  | 'inactive-app'
  /** Strava has refused a call: somebody has used up the app's. Goes on at `nextCallAtS`. */
  | 'rate-limited'
  /** Strava does not answer, or not in a way that could be understood: tried again at `nextCallAtS`. */
  | 'unreachable';

export interface DisconnectReceipt {
  erasedActivities: number;
  erasedAtS: number;
  /** Strava has confirmed that our access is over. */
  wasRevoked: boolean;
  /** It has not yet, and is asked again: for that alone the tokens are kept, for two days at most. */
  isRevoking: boolean;
}
