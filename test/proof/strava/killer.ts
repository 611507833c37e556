/** Kills the server on the way and starts it again, while others go on asking it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { StravaControl } from '../../../fixtures/strava-simulator/control.ts';
import type { ClockedServer } from '../../clocked-server/clocked-server.ts';
import type { Kill } from './troubles.ts';

/** Real time. */
const LOOK_EVERY_MS = 1;

export class Killer {
  #kills = 0;
  #pending: readonly Kill[] = [];
  /** Requests to Strava before the server last started. */
  #heard = 0;
  #up: Promise<void> | null = null;
  readonly #strava: StravaControl;
  readonly #server: ClockedServer;
  readonly #watch: NodeJS.Timeout;

  constructor(strava: StravaControl, server: ClockedServer) {
    this.#strava = strava;
    this.#server = server;
    this.#watch = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** The server dies at each of them, one after the other. */
  expect(kills: readonly Kill[]): void {
    this.#heard = this.#strava.requests().length;
    this.#pending = kills;
  }

  /** No more of them. So many there were. */
  async end(): Promise<number> {
    this.#pending = [];
    await this.#up;
    clearInterval(this.#watch);
    return this.#kills;
  }

  /** Asks the server, again when it was killed meanwhile. */
  async reached<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      await this.#up;
      const kills = this.#kills;
      try {
        return await ask();
      } catch (error) {
        await this.#up;
        if (this.#kills === kills) throw error;
      }
    }
  }

  #look(): void {
    const [kill, ...others] = this.#pending;
    if (kill === undefined || this.#up !== null) return;
    if (this.#strava.requests().length - this.#heard < kill.afterRequests) return;
    this.#pending = others;
    this.#up = this.#die(kill).finally(() => {
      this.#up = null;
    });
  }

  async #die({ delayMs, downMs }: Kill): Promise<void> {
    await pause(delayMs);
    this.#kills++;
    await this.#server.kill();
    this.#strava.appDied();
    this.#strava.clock.advance(downMs);
    await this.#server.start();
    this.#heard = this.#strava.requests().length;
  }
}
