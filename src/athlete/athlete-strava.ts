/**
 * The athlete's Strava, behind the athlete's one door. Callers only say what is wanted; everything that asks Strava is a job
 * in a row, done by the object's alarm, so that it goes on after a restart.
 */
import { linkStrava, unlinkStrava } from '../account/strava-links.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import type { Bindings } from '../bindings.ts';
import { stravaCacheS } from '../strava/app-settings.ts';
import { mayReadActivities } from '../strava/oauth.ts';
import { FLAG_DAYS } from '../strava/sync-plan.ts';
import type { WebhookEvent } from '../strava/webhook.ts';
import { AthleteShoes } from './athlete-shoes.ts';
import type { RequestClock } from './runner-clock.ts';
import type { Settings } from './settings.ts';
import { noteActive, readAccount, writeAccount } from './strava-account.ts';
import { countStravaActivities, countToDetail } from './strava-activity-table.ts';
import { asking } from './strava-calls.ts';
import { eraseExpired, eraseStrava, readReceipt } from './strava-expiry.ts';
import { sayFarewell } from './strava-farewell.ts';
import { dropFarewellTokens, readFarewell } from './strava-farewell-table.ts';
import { releaseJobs, wantJob } from './strava-job-table.ts';
import { usableStravaApp } from './strava-set-up.ts';
import type { DisconnectReceipt, StravaConnection, StravaStatus } from './strava-status.ts';
import { TokenKeeper } from './strava-tokens.ts';
import { noteWithoutApp } from './strava-trouble.ts';
import { isActive, nextStravaCallS, stravaDueS, workForStrava } from './strava-work.ts';

/** Seconds after which another request of the athlete is noted: nobody counts them. */
const NOTE_ACTIVE_AFTER_S = 3600;

const DAY_S = 86_400;

const nowS = (): number => Date.now() / 1000;

export abstract class AthleteStrava extends AthleteShoes {
  readonly #tokens: TokenKeeper;
  #working: Promise<void> | null = null;
  #farewell: Promise<void> | null = null;

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    this.#tokens = new TokenKeeper(this.sql, ctx.id.toString(), env.STRAVA_TOKEN_KEYS ?? '');
  }

  /** Connects, or connects anew: then tokens and scopes take the place of those before. */
  async connectStrava(connection: StravaConnection, clock: RequestClock): Promise<void> {
    const sealed = await this.#tokens.seal(connection.tokens);
    const { stravaAthleteId, name, scopes } = connection;
    const mayRead = mayReadActivities(scopes);
    this.storage.transactionSync(() => {
      const before = readAccount(this.sql);
      if (before !== null && before.stravaAthleteId !== stravaAthleteId) {
        eraseStrava(this.sql, { erasedAtS: clock.nowS, wasRevoked: false }, null);
      }
      dropFarewellTokens(this.sql);
      writeAccount(this.sql, {
        connectionId: crypto.randomUUID(),
        ...{ stravaAthleteId, name, scopes, sealed },
        connectedAtS: clock.nowS,
        activeAtS: clock.nowS,
        problem: mayRead ? null : 'reconnect',
        failures: 0,
        lastSyncAtS: null,
      });
      // The runner waits in front of the page, whatever others have used up.
      wantJob(this.sql, { kind: 'list', isPrompt: true }, clock.nowS);
      releaseJobs(this.sql, clock.nowS);
    });
    this.runsChanged();
    await this.scheduleAlarm();
  }

  /** `null`: not connected. */
  stravaStatus(clock: RequestClock): StravaStatus | null {
    this.noteRequest(clock.nowS);
    const account = readAccount(this.sql);
    if (account === null) return null;
    const { listed, withDetail, toDetail, expiresAtS } = countStravaActivities(this.sql);
    const { name, stravaAthleteId, scopes, connectedAtS, problem, lastSyncAtS } = account;
    return {
      ...{ name, stravaAthleteId, scopes, connectedAtS, problem, lastSyncAtS, expiresAtS },
      backfill: {
        ...{ listed, withDetail, toDetail },
        toDetailForFlags: countToDetail(this.sql, clock.nowS - FLAG_DAYS * DAY_S),
        isListing: lastSyncAtS === null && problem !== 'reconnect',
        nextCallAtS: nextStravaCallS(this.sql, clock.nowS),
      },
    };
  }

  /** A hint of Strava's: kept as a job, believed only when Strava, asked, says the same. */
  async stravaEvent(event: WebhookEvent, clock: RequestClock): Promise<void> {
    if (readAccount(this.sql)?.stravaAthleteId !== event.ownerId) return;
    wantJob(
      this.sql,
      event.kind === 'deauthorized'
        ? { kind: 'leave', isPrompt: true }
        : { kind: 'verify', key: event.activityId, isPrompt: true },
      clock.nowS,
    );
    await this.scheduleAlarm();
  }

  /** Lists again at once, whatever was waited for; the budget still holds. */
  async syncStravaNow(clock: RequestClock): Promise<void> {
    this.noteRequest(clock.nowS);
    if (readAccount(this.sql) === null) return;
    wantJob(this.sql, { kind: 'list' }, clock.nowS);
    await this.scheduleAlarm();
  }

  /** Erases everything from Strava at once, then gives the access up. Again: tells what was erased then. */
  async disconnectStrava(clock: RequestClock): Promise<DisconnectReceipt> {
    const account = readAccount(this.sql);
    if (account !== null) {
      const receipt = { erasedAtS: clock.nowS, wasRevoked: false };
      this.storage.transactionSync(() => eraseStrava(this.sql, receipt, account.sealed));
      this.runsChanged();
      // Before anything is waited for: whoever dies on the way is woken to say it.
      await this.scheduleAlarm();
      await this.#sayFarewell();
      await this.scheduleAlarm();
    }
    const nothing = { erasedActivities: 0, erasedAtS: clock.nowS };
    return readReceipt(this.sql) ?? { ...nothing, wasRevoked: false, isRevoking: false };
  }

  /** Of the last connection; `null` while there is one, and for who never had any. */
  stravaReceipt(): DisconnectReceipt | null {
    return readAccount(this.sql) === null ? readReceipt(this.sql) : null;
  }

  /** Does what is due. Never rejects for what Strava does; two at once are one. */
  protected async workForStrava(): Promise<void> {
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
    await this.#working;
  }

  protected override dueTimesS(): (number | null)[] {
    const farewellS = readFarewell(this.sql)?.dueAtS ?? null;
    return [...super.dueTimesS(), stravaDueS(this.sql, nowS()), farewellS];
  }

  protected override today(clock: RequestClock, settings: Settings): LocalDate {
    this.noteRequest(clock.nowS);
    return super.today(clock, settings);
  }

  /** Rows are fetched again for as long as the athlete comes. Who comes back after a while finds them listed anew. */
  protected noteRequest(atS: number): void {
    const account = readAccount(this.sql);
    if (account === null || atS - account.activeAtS < NOTE_ACTIVE_AFTER_S) return;
    noteActive(this.sql, atS);
    if (isActive(account, atS)) return;
    wantJob(this.sql, { kind: 'list' }, atS);
    this.ctx.waitUntil(this.scheduleAlarm());
  }

  async #work(): Promise<void> {
    await this.#sayFarewell();
    if (readAccount(this.sql) === null) return;
    // Whether or not anything can be asked for in its place.
    if (this.storage.transactionSync(() => eraseExpired(this.sql, nowS()))) this.runsChanged();
    const app = usableStravaApp(this.env, nowS);
    if (app === null) {
      this.storage.transactionSync(() => noteWithoutApp(this.sql, nowS()));
      return;
    }
    const budget = this.env.STRAVA_BUDGET.getByName(app.clientId);
    await workForStrava({
      storage: this.storage,
      ask: asking({ app, tokens: this.#tokens, budget, caller: this.ctx.id.toString() }),
      nowS,
      cacheS: stravaCacheS(this.env),
      changed: () => this.runsChanged(),
    });
    // The athlete may have left from Strava's side.
    await this.#sayFarewell();
  }

  async #sayFarewell(): Promise<void> {
    this.#farewell ??= sayFarewell({
      storage: this.storage,
      tokens: this.#tokens,
      app: usableStravaApp(this.env, nowS),
      settleLink: () => this.#settleLink(),
      nowS,
    }).finally(() => {
      this.#farewell = null;
    });
    await this.#farewell;
  }

  async #settleLink(): Promise<boolean> {
    const athleteId = this.ctx.id.name;
    const account = readAccount(this.sql);
    const linkedAtS = Math.floor(nowS());
    if (athleteId === undefined) return true;
    if (account === null) await unlinkStrava(this.env.DIRECTORY, athleteId);
    else await linkStrava(this.env.DIRECTORY, account.stravaAthleteId, athleteId, linkedAtS);
    return readAccount(this.sql)?.connectionId === account?.connectionId;
  }
}
