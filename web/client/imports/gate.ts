/** Where work waits while an import is paused. Whoever holds something keeps it in hand and goes on when the gate opens. */
export class Gate {
  #waiting: PromiseWithResolvers<void> | null = null;

  get isClosed(): boolean {
    return this.#waiting !== null;
  }

  close(): void {
    this.#waiting ??= Promise.withResolvers();
  }

  open(): void {
    this.#waiting?.resolve();
    this.#waiting = null;
  }

  /** Resolves at once while the gate is open. */
  async passed(): Promise<void> {
    while (this.#waiting !== null) await this.#waiting.promise;
  }
}
