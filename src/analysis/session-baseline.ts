/**
 * What a run is compared with: the largest run of the 30 days before its own day, for each quantity. Runs that lack a
 * quantity neither set its baseline nor lower it.
 */
import { type EpochDay, type LocalDate, toEpochDay } from './local-date.ts';
import { SESSION_WINDOW_DAYS } from './policy.ts';
import { SlidingMaximum } from './sliding-maximum.ts';

export const SESSION_QUANTITIES = ['distanceM', 'ascentM', 'uphillM', 'fastM', 'loadAeKm'] as const;
export type SessionQuantity = (typeof SESSION_QUANTITIES)[number];

/** In the quantity's unit; `null` where a run lacks it. */
export type SessionValues = Record<SessionQuantity, number | null>;

/** No more than `most` (in the quantity's unit), which the run of `date` set; `null` is no cap: nothing is known of the runs before. */
export type SessionCaps = Record<SessionQuantity, { most: number; date: LocalDate } | null>;

export interface SessionBaseline {
  largest: number;
  /** The day of the largest; of equals, the last. */
  date: LocalDate;
  /** Runs of the window whose quantity is known. */
  knownRuns: number;
  /** A run of the window counted as no more than came before it; `largest` may then stem from before the window. */
  isCapped: boolean;
}

export interface BeforeRun {
  /** The last day with a run before this run's day, however long ago. */
  lastRunDate: LocalDate | null;
  /** Runs of the window. */
  runCount: number;
  /** `null` when no run of the window knows the quantity. */
  baselines: Record<SessionQuantity, SessionBaseline | null>;
}

interface DatedValues {
  localDate: LocalDate;
  values: SessionValues;
  caps?: SessionCaps | undefined;
}

/** For each run, `runs` being in order of their days. One pass: every run enters and leaves the window once. */
export function sessionBaselines(runs: readonly DatedValues[]): BeforeRun[] {
  const days = runs.map((run) => toEpochDay(run.localDate));
  const windows = SESSION_QUANTITIES.map((quantity) => new Window(quantity));
  let [entering, leaving] = [0, 0];
  return days.map((day) => {
    const firstDay = day - SESSION_WINDOW_DAYS;
    for (; (days[entering] as number) < day; entering += 1) {
      for (const window of windows)
        window.enter(days[entering] as number, runs[entering] as DatedValues);
    }
    for (; (days[leaving] as number) < firstDay; leaving += 1) {
      for (const window of windows) window.leave(runs[leaving] as DatedValues);
    }
    const baselines = {} as BeforeRun['baselines'];
    for (const window of windows) baselines[window.quantity] = window.baseline(firstDay);
    const lastRunDate = runs[entering - 1]?.localDate ?? null;
    return { lastRunDate, runCount: entering - leaving, baselines };
  });
}

/** The runs of the window that know one quantity. */
class Window {
  readonly quantity: SessionQuantity;
  readonly #maximum = new SlidingMaximum<{ day: EpochDay; value: number; date: LocalDate }>();
  #knownRuns = 0;
  #cappedRuns = 0;

  constructor(quantity: SessionQuantity) {
    this.quantity = quantity;
  }

  enter(day: EpochDay, run: DatedValues): void {
    const value = run.values[this.quantity];
    if (value === null) return;
    const cap = this.#capOn(run);
    this.#maximum.add({ day, value: cap?.most ?? value, date: cap?.date ?? run.localDate });
    this.#knownRuns += 1;
    if (cap !== null) this.#cappedRuns += 1;
  }

  leave(run: DatedValues): void {
    if (run.values[this.quantity] === null) return;
    this.#knownRuns -= 1;
    if (this.#capOn(run) !== null) this.#cappedRuns -= 1;
  }

  baseline(firstDay: EpochDay): SessionBaseline | null {
    const largest = this.#maximum.since(firstDay);
    return (
      largest && {
        largest: largest.value,
        date: largest.date,
        knownRuns: this.#knownRuns,
        isCapped: this.#cappedRuns > 0,
      }
    );
  }

  /** `null` where the run stays below its cap. */
  #capOn({ values, caps }: DatedValues): { most: number; date: LocalDate } | null {
    const cap = caps?.[this.quantity] ?? null;
    return cap !== null && cap.most < (values[this.quantity] ?? 0) ? cap : null;
  }
}
