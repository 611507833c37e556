/**
 * What every part of an athlete's object stands on: its tables, the judged history in memory, its settings, and a version
 * that changes with everything that does. `athlete-diary.ts` and `athlete.ts` add what callers ask for.
 */
import { DurableObject } from 'cloudflare:workers';
import type { History } from '../analysis/history.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import type { Bindings } from '../bindings.ts';
import { isStravaAnalysed } from '../strava/app-settings.ts';
import { HistoryCache } from './history-cache.ts';
import { redateActivities } from './redate-activities.ts';
import { dateIn, type RequestClock } from './runner-clock.ts';
import { migrate } from './schema.ts';
import { readSettings, type Settings, writeSettings } from './settings.ts';

export abstract class AthleteObject extends DurableObject<Bindings> {
  protected readonly storage: DurableObjectStorage;
  protected readonly sql: SqlStorage;
  /** Activities from Strava take part in the analysis. */
  protected readonly withStrava: boolean;
  readonly #history: HistoryCache;
  /** Changes since this object came to life: together they tell one state of the athlete from every other. */
  readonly #life = crypto.randomUUID();
  #changes = 0;

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    this.storage = ctx.storage;
    this.sql = ctx.storage.sql;
    this.withStrava = isStravaAnalysed(env);
    this.#history = new HistoryCache(this.sql, this.withStrava);
    migrate(ctx.storage);
  }

  settings(): Settings {
    return readSettings(this.sql);
  }

  changeSettings(change: Partial<Settings>): Settings {
    const settings = { ...readSettings(this.sql), ...change };
    this.storage.transactionSync(() => this.storeSettings(settings));
    return settings;
  }

  /** Call inside a transaction: a new time zone dates again what has no offset of its own. */
  protected storeSettings(settings: Settings): void {
    const { timeZone } = readSettings(this.sql);
    writeSettings(this.sql, settings);
    this.diaryChanged();
    if (settings.timeZone === timeZone) return;
    const dateOf = (startTimeS: number) => dateIn(startTimeS, settings.timeZone);
    redateActivities(this.sql, 'activities', dateOf);
    redateActivities(this.sql, 'strava_activities', dateOf);
    this.runsChanged();
  }

  /** When something is to be done without being asked, in Unix seconds. */
  protected dueTimesS(): (number | null)[] {
    return [];
  }

  /** The object has one alarm for everything: it rings at the earliest of the times, at once for those that are past. */
  protected async scheduleAlarm(): Promise<void> {
    const dues = this.dueTimesS().filter((due) => due !== null);
    if (dues.length === 0) await this.storage.deleteAlarm();
    else await this.storage.setAlarm(Math.max(Date.now(), Math.ceil(Math.min(...dues) * 1000)));
  }

  protected today(clock: RequestClock, settings: Settings): LocalDate {
    return dateIn(clock.nowS, settings.timeZone, clock.timeZone);
  }

  protected history(today: LocalDate, settings: Settings): History {
    return this.#history.on(today, settings);
  }

  /** Differs whenever an answer of that day may differ. */
  protected version(today: LocalDate): string {
    return `${this.#life} ${this.#changes} ${today}`;
  }

  protected flagsChanged(): void {
    this.#changes++;
  }

  protected diaryChanged(): void {
    this.#changes++;
    this.#history.diaryChanged();
  }

  protected runsChanged(): void {
    this.#changes++;
    this.#history.runsChanged();
  }
}
