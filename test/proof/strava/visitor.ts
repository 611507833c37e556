/** A runner at the site, with the cookies of one browser. Does again what was cut off, as people do. */
import { runUntil, type Stage } from './stage.ts';

export interface Seen {
  status: number;
  text: string;
  location: string | null;
}

/** Times that somebody tries to connect before they give up. */
const PATIENCE = 15;
/** By the moved clock, between two tries. */
const TRY_AGAIN_AFTER_MS = 60_000;

export class Visitor {
  /** Strava's id of the athlete. */
  readonly stravaId: string;
  /** Here, once connected. */
  athleteId = '';
  /** Secrets that came with an answer. */
  secretsSeen = 0;
  readonly #stage: Stage;
  readonly #cookies = new Map<string, string>();

  constructor(stage: Stage, stravaId: string) {
    this.#stage = stage;
    this.stravaId = stravaId;
  }

  get(path: string): Promise<Seen> {
    return this.#stage.killer.reached(() => this.#asked(path, {}));
  }

  /** May be sent twice, when the server dies before it answers. */
  post(path: string, form: Record<string, string> = {}): Promise<Seen> {
    const body = new URLSearchParams(form);
    return this.#stage.killer.reached(() => this.#asked(path, { method: 'POST', body }));
  }

  /** Through Strava's page and back, until it has worked. */
  async connect(scopes: readonly string[]): Promise<void> {
    let outcome = '';
    for (let tries = 0; tries < PATIENCE; tries++) {
      outcome = await this.#connected(scopes);
      if (/outcome=(connected|signed-in)$/.test(outcome)) return this.#noteAthlete();
      const { clock } = this.#stage.strava.control;
      await runUntil(this.#stage, clock.nowMs() + TRY_AGAIN_AFTER_MS);
    }
    throw new Error(`not connected: ${outcome}`);
  }

  async isConnected(): Promise<boolean> {
    return (await this.get('/api/strava')).status === 200;
  }

  /** Until the site says that it is. */
  async disconnect(): Promise<void> {
    await this.post('/strava/disconnect');
    if (await this.isConnected()) throw new Error('still connected');
  }

  async #connected(scopes: readonly string[]): Promise<string> {
    const isPrivateWanted = scopes.includes('activity:read_all');
    const away = await this.post('/strava/connect', {
      to: 'strava',
      ...(isPrivateWanted && { private: 'on' }),
    });
    if (away.location === null) throw new Error(`no way to Strava: ${away.status} ${away.text}`);
    const asked = new URL(away.location).searchParams;
    const accepted = await fetch(`${this.#stage.strava.url}/oauth/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        ...Object.fromEntries(asked),
        athlete_id: this.stravaId,
        decision: 'accept',
        ...Object.fromEntries(scopes.map((scope) => [`allow_${scope}`, 'on'])),
      }),
    });
    const back = new URL(accepted.headers.get('location') ?? '');
    return (await this.get(back.pathname + back.search)).location ?? '';
  }

  async #noteAthlete(): Promise<void> {
    const { killer, server } = this.#stage;
    const links = await killer.reached(() => server.directoryRows('strava_links'));
    const link = links.find(({ strava_athlete_id }) => strava_athlete_id === this.stravaId);
    this.athleteId = String(link?.athlete_id);
  }

  async #asked(path: string, init: RequestInit): Promise<Seen> {
    const { server, strava } = this.#stage;
    const cookie = Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(server.url + path, {
      ...init,
      redirect: 'manual',
      headers: { cookie, origin: server.url },
      signal: AbortSignal.timeout(60_000),
    });
    const text = await answer.text();
    for (const header of answer.headers.getSetCookie()) this.#keep(header);
    const location = answer.headers.get('location');
    this.secretsSeen += strava.control
      .secrets()
      .filter((secret) => text.includes(secret) || location?.includes(secret)).length;
    return { status: answer.status, text, location };
  }

  #keep(header: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
    if (/max-age=0/i.test(header)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
