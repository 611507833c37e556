/** The one line of a command that changes while it works: redrawn on a terminal, elsewhere a plain line now and then. */

export interface LiveLine {
  /** `words` gives the line for a width; called only when the line is drawn. */
  update(words: (columns: number) => string): void;
  /** Makes room for other output. */
  clear(): void;
}

interface Screen {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const REDRAW_EVERY_MS = 100;
const PLAIN_LINE_EVERY_MS = 10_000;
const DEFAULT_COLUMNS = 80;
const WIDEST = 1000;
const TO_START_AND_CLEAR = '\r\u001b[K';

/** `delayMs`: nothing is shown before; what is quick needs no progress. */
export function liveLine(screen: Screen, delayMs = 0, now: () => number = Date.now): LiveLine {
  const isTerminal = screen.isTTY === true;
  const everyMs = isTerminal ? REDRAW_EVERY_MS : PLAIN_LINE_EVERY_MS;
  let dueMs = now() + delayMs;
  let isDrawn = false;
  return {
    update(words) {
      if (now() < dueMs) return;
      dueMs = now() + everyMs;
      const columns = isTerminal ? (screen.columns ?? DEFAULT_COLUMNS) : WIDEST;
      screen.write(isTerminal ? `${TO_START_AND_CLEAR}${words(columns)}` : `${words(columns)}\n`);
      isDrawn = isTerminal;
    },
    clear() {
      if (isDrawn) screen.write(TO_START_AND_CLEAR);
      isDrawn = false;
    },
  };
}
