/** A few tasks at a time. Who adds one waits until there is room, and so never runs ahead. */

export class SendQueue {
  readonly #running = new Set<Promise<void>>();

  /** Starts `task` as soon as fewer than `limit()` are running; the limit may change meanwhile. Tasks do not reject. */
  async add(limit: () => number, task: () => Promise<void>): Promise<void> {
    while (this.#running.size >= limit()) await Promise.race(this.#running);
    const running = task().finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** When everything that was started has ended. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }
}
