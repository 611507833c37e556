/**
 * The athlete's runs and their judgement, kept in the object's memory between requests: reading ten years from SQLite
 * and judging them costs a hundred times what a page needs. Whoever changes a run or a setting must say so.
 */
import { type History, judgeHistory } from '../analysis/history.ts';
import type { HistoryRun } from '../analysis/judged-run.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import { readHistoryRuns } from './activity-table.ts';
import { readSettings } from './settings.ts';

export class HistoryCache {
  readonly #sql: SqlStorage;
  #runs: HistoryRun[] | null = null;
  #judged: { today: LocalDate; history: History } | null = null;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** The whole history as judged on `today`. */
  on(today: LocalDate): History {
    if (this.#judged?.today !== today) {
      this.#runs ??= readHistoryRuns(this.#sql);
      this.#judged = { today, history: judgeHistory(this.#runs, readSettings(this.#sql), today) };
    }
    return this.#judged.history;
  }

  runsChanged(): void {
    this.#runs = null;
    this.#judged = null;
  }

  settingsChanged(): void {
    this.#judged = null;
  }
}
