/**
 * One bar of the charts: a week, or a month as its average week. Everything a chart, its sentence, its table and its
 * readout say about the bar is read from this one object, so they cannot disagree. SI units; plain JSON.
 */
import type { LocalDate } from '../../src/analysis/local-date.ts';
import type { SymptomMonth } from '../../src/analysis/monthly-load.ts';
import type { UsualLevel } from '../../src/analysis/usual-range.ts';

/** A quantity of one period against the usual range that held for it. */
export interface Measure {
  /** A minimum when `unknownRuns` > 0; `null` when nothing is known. */
  value: number | null;
  /** Runs that lack the quantity. */
  unknownRuns: number;
  usual: { low: number; high: number } | null;
  level: UsualLevel;
}

/** The rolling 7-day Achilles load at the period's end, on the scale of `ChartData.loadScale`. */
export interface LoadReading {
  load: number;
  low: number;
  high: number;
  usual: { low: number; high: number } | null;
  level: UsualLevel;
}

/** A run against the longest of the 30 days before it. */
export interface SessionPoint {
  runId: string;
  date: LocalDate;
  distanceM: number;
  /** `null` without a run in the 30 days before. */
  longestBefore: { distanceM: number; date: LocalDate; ratio: number } | null;
}

export interface Period {
  kind: 'week' | 'month';
  start: LocalDate;
  end: LocalDate;
  /** The running week: its bar is "so far" and takes part in no average. */
  isPartial: boolean;
  runCount: number;
  distanceM: Measure;
  ascentM: Measure;
  descentM: Measure;
  fastDownhillS: Measure;
  /** Fast and very fast together. */
  fastS: Measure;
  /** Each metre once: together the distance. */
  volume: { flatM: number; hillM: number; fastM: number; gradeUnknownM: number };
  /** Each running second once; `null` when nobody can tell what is fast. */
  speedBands: { easyS: number; steadyS: number; fastS: number; veryFastS: number } | null;
  load: LoadReading | null;
  /** Of a month: the run furthest beyond what came before it. Weeks list all their runs instead. */
  topSession: SessionPoint | null;
  /** Of a month: what was said in it; `null` when nothing was. Weeks have their days instead. */
  symptoms: SymptomMonth | null;
}

export type MeasureName = 'distanceM' | 'ascentM' | 'descentM' | 'fastDownhillS' | 'fastS';
