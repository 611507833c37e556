/**
 * The athlete's runs and their judgement, kept in the object's memory between requests: reading ten years from SQLite
 * and judging them costs a hundred times what a page needs. Whoever changes a run must say so.
 */
import type { Diary } from '../analysis/diary.ts';
import { type History, judgeHistory } from '../analysis/history.ts';
import type { HistoryRun } from '../analysis/judged-run.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import { readDiary } from './diary.ts';
import { readHistoryRuns } from './run-table.ts';
import type { Settings } from './settings.ts';
import { apartRuns } from './twins.ts';

export class HistoryCache {
  readonly #sql: SqlStorage;
  readonly #withStrava: boolean;
  #runs: HistoryRun[] | null = null;
  #diary: Diary | null = null;
  #judged: { key: string; history: History } | null = null;

  /** `withStrava`: activities from Strava count like those of files. */
  constructor(sql: SqlStorage, withStrava: boolean) {
    this.#sql = sql;
    this.#withStrava = withStrava;
  }

  /** The whole history as judged on `today`. */
  on(today: LocalDate, settings: Settings): History {
    const { weekStart, fastThresholdMps } = settings;
    const key = `${today} ${weekStart} ${fastThresholdMps}`;
    if (this.#judged?.key !== key) {
      this.#runs ??= readHistoryRuns(this.#sql, apartRuns(this.#sql), this.#withStrava);
      this.#diary ??= readDiary(this.#sql, settings, this.#withStrava);
      const history = judgeHistory(this.#runs, { weekStart, fastThresholdMps }, today, this.#diary);
      this.#judged = { key, history };
    }
    return this.#judged.history;
  }

  /** An imported sport that is no run changes the diary too. */
  runsChanged(): void {
    this.#runs = null;
    this.diaryChanged();
  }

  diaryChanged(): void {
    this.#diary = null;
    this.#judged = null;
  }
}
