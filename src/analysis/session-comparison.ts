/** A run against the longest of the 30 days before it. */
import type { JudgedRun } from './judged-run.ts';
import type { LocalDate } from './local-date.ts';

export interface SessionComparison {
  runId: string;
  date: LocalDate;
  distanceM: number;
  longestBeforeM: number | null;
  longestBeforeDate: LocalDate | null;
  /** distance ÷ longest before; `null` without a baseline. */
  ratio: number | null;
}

/** `null` for a run without a distance. */
export function sessionComparison({
  id,
  localDate,
  exposure,
  before,
}: JudgedRun): SessionComparison | null {
  const { distanceM } = exposure;
  if (distanceM === null) return null;
  const longest = before.baselines.distanceM;
  return {
    runId: id,
    date: localDate,
    distanceM,
    longestBeforeM: longest?.largest ?? null,
    longestBeforeDate: longest?.date ?? null,
    ratio: longest === null || longest.largest === 0 ? null : distanceM / longest.largest,
  };
}
