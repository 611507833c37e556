/**
 * The athlete of a session as pages ask for a runner. Remembers the latest dashboards in the Worker's memory: a year of
 * weeks takes longer to cross from the athlete's object than to judge, and mostly nothing has changed.
 */
import type { LocalDate } from '../analysis/local-date.ts';
import type { AthleteStore } from './athlete-store.ts';
import type { KeptList } from './kept-list.ts';
import type { PlanAnswer, PlanRequest } from './plan-answer.ts';
import type {
  BeforeFlareAnswer,
  DashboardAnswer,
  KeptAnswer,
  KeptListAnswer,
  RunAnswer,
  Runner,
  RunsAnswer,
} from './runner.ts';
import type { RequestClock } from './runner-clock.ts';
import type { Settings } from './settings.ts';

/** About 0.3 MB each; an isolate has 128 MB for all its requests. */
const MAX_REMEMBERED = 12;

const remembered = new Map<string, { version: string; answer: DashboardAnswer }>();

export class AthleteRunner implements Runner {
  readonly #store: AthleteStore;

  constructor(store: AthleteStore) {
    this.#store = store;
  }

  settings(): Promise<Settings> {
    return this.#store.athlete.settings();
  }

  async dashboard(clock: RequestClock, on: LocalDate | null): Promise<DashboardAnswer> {
    const key = `${this.#store.athleteId} ${on}`;
    const known = remembered.get(key);
    const { version, answer } = await this.#store.athlete.dashboard(
      clock,
      on,
      known?.version ?? null,
    );
    const current = answer ?? known?.answer;
    if (current === undefined) throw new Error('the athlete answered with an unknown version');
    remember(key, { version, answer: current });
    return current;
  }

  beforeFlare(clock: RequestClock, on: LocalDate | null): Promise<BeforeFlareAnswer> {
    return this.#store.athlete.beforeFlare(clock, on);
  }

  plan(clock: RequestClock, request: PlanRequest): Promise<PlanAnswer> {
    return this.#store.athlete.plan(clock, request);
  }

  runs(clock: RequestClock, year: number | null): Promise<RunsAnswer> {
    return this.#store.athlete.runs(clock, year);
  }

  run(clock: RequestClock, id: string): Promise<RunAnswer | null> {
    return this.#store.athlete.run(clock, id);
  }

  keptActivity(clock: RequestClock, id: string): Promise<KeptAnswer | null> {
    return this.#store.athlete.keptActivity(clock, id);
  }

  keptActivities(list: KeptList, year: number | null): Promise<KeptListAnswer> {
    return this.#store.athlete.keptActivities(list, year);
  }
}

/** The least recently used is forgotten first: a `Map` keeps the order of insertion. */
function remember(key: string, dashboard: { version: string; answer: DashboardAnswer }): void {
  remembered.delete(key);
  remembered.set(key, dashboard);
  if (remembered.size <= MAX_REMEMBERED) return;
  const [oldest] = remembered.keys();
  if (oldest !== undefined) remembered.delete(oldest);
}
