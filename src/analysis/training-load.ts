/**
 * Fitness, fatigue, monotony and strain of training load, day by day, for those who know them from other tools. None has
 * been shown to foretell Achilles trouble, so none raises a flag.
 */
import type { DailyLoad } from './daily-load.ts';
import { ACUTE_LOAD_DAYS, CHRONIC_LOAD_DAYS, WEEK_DAYS } from './policy.ts';

/** One value a day, from AE-km; a day of which a load is unknown counts with what is known of it. */
export interface TrainingLoad {
  /** Exponential averages over 7 and 42 days (ATL, CTL); what lies between them is the training stress balance. */
  acuteAeKm: Float64Array;
  chronicAeKm: Float64Array;
  /** Mean of seven days over their standard deviation [Foster 1998]; `NaN` in the first six days and where all seven are alike. */
  monotony: Float64Array;
  /** Monotony times the sum of the seven days, AE-km; `NaN` with it. */
  strainAeKm: Float64Array;
}

export function trainingLoad({ minimum: { loadAeKm } }: DailyLoad): TrainingLoad {
  const monotony = new Float64Array(loadAeKm.length).fill(Number.NaN);
  const strainAeKm = monotony.slice();
  for (let day = WEEK_DAYS - 1; day < loadAeKm.length; day += 1) {
    const { sum, deviation } = spreadOf(loadAeKm, day);
    if (deviation === 0) continue;
    monotony[day] = sum / WEEK_DAYS / deviation;
    strainAeKm[day] = sum * (monotony[day] as number);
  }
  return {
    acuteAeKm: exponentialAverage(loadAeKm, ACUTE_LOAD_DAYS),
    chronicAeKm: exponentialAverage(loadAeKm, CHRONIC_LOAD_DAYS),
    monotony,
    strainAeKm,
  };
}

/** Begins at 0; each day weighs 2 / (days + 1). */
export function exponentialAverage(column: Float64Array, days: number): Float64Array {
  const weight = 2 / (days + 1);
  let average = 0;
  return column.map((value) => {
    average += weight * (value - average);
    return average;
  });
}

/** Sum and population standard deviation of the seven days up to `day`. */
function spreadOf(column: Float64Array, day: number): { sum: number; deviation: number } {
  const week = column.subarray(day - WEEK_DAYS + 1, day + 1);
  const sum = week.reduce((total, value) => total + value, 0);
  const mean = sum / WEEK_DAYS;
  const variance = week.reduce((total, value) => total + (value - mean) ** 2, 0) / WEEK_DAYS;
  return { sum, deviation: Math.sqrt(variance) };
}
