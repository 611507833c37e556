/**
 * One question to Strava on the athlete's behalf, with everything it takes: a token that is good, a lease of the app's budget,
 * and once more when the token turns out not to be good. Never throws for what Strava does.
 */
import { err, type Result } from '../analysis/result.ts';
import type { Answered, StravaServer } from '../strava/api-fetch.ts';
import type { CallPriority } from '../strava/call-turns.ts';
import { type StravaClient, stravaClient } from '../strava/client.ts';
import type { StravaApp } from '../strava/oauth.ts';
import type { StravaError } from '../strava/strava-error.ts';
import type { StravaBudget } from '../strava-budget/strava-budget.ts';
import type { TokenError, TokenKeeper } from './strava-tokens.ts';

export type CallError =
  | TokenError
  /** The budget has no call left; Unix seconds. */
  | { kind: 'no-lease'; retryAtS: number }
  /** Strava refuses even a token that it has just given. */
  | { kind: 'left' };

export type Ask = <Value>(
  priority: CallPriority,
  question: (client: StravaClient) => Promise<Answered<Value>>,
) => Promise<Result<Value, CallError>>;

export interface CallMeans {
  app: StravaApp & StravaServer;
  tokens: TokenKeeper;
  budget: DurableObjectStub<StravaBudget>;
  /** The athlete, as the budget knows one from the other. */
  caller: string;
}

export function asking({ app, tokens, budget, caller }: CallMeans): Ask {
  return async (priority, question) => {
    const token = await tokens.accessToken(app);
    if (!token.ok) return token;
    const first = await leased(priority, () => question(stravaClient(token.value, app)));
    if (first.ok || first.error.kind !== 'unauthorized') return first;
    const fresh = await tokens.accessToken(app, token.value);
    if (!fresh.ok) return fresh;
    const second = await leased(priority, () => question(stravaClient(fresh.value, app)));
    return second.ok || second.error.kind !== 'unauthorized' ? second : err({ kind: 'left' });
  };

  async function leased<Value>(
    priority: CallPriority,
    call: () => Promise<Answered<Value>>,
  ): Promise<Result<Value, StravaError | { kind: 'no-lease'; retryAtS: number }>> {
    const id = crypto.randomUUID();
    const lease = await budget.lease({ id, isRead: true, caller, priority }, app.nowS());
    if (!lease.isGranted) return err({ kind: 'no-lease', retryAtS: lease.retryAtS });
    // Held up on the way here: the call would count in a window that nobody leased it for.
    if (app.nowS() > lease.useByS) {
      await budget.giveBack(id, app.nowS());
      return err({ kind: 'no-lease', retryAtS: app.nowS() });
    }
    const { outcome, rate } = await call();
    const refusedUntilS =
      outcome.ok || outcome.error.kind !== 'rate-limited' ? null : outcome.error.endsAtS;
    // Nobody waits for it: the next lease is asked after it, and one that is never answered counts as a call.
    budget.answer(id, { rate, refusedUntilS }, app.nowS()).catch((error) => console.error(error));
    return outcome;
  }
}
