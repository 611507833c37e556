/**
 * A run as sums along its distance, so that every stretch of it is a difference of two places. For the detail of one run
 * (segments, charts), not for the import path. Distances are those of `Intervals.reachedM`.
 */
import { loadFromCells } from './achilles-load.ts';
import { loadPerKm, WALKING_WEIGHT } from './achilles-model.ts';
import type { Activity } from './activity.ts';
import { climbAlong } from './climb.ts';
import { type Grade, grade } from './grade.ts';
import { INTERVAL_KIND, type Intervals, intervals } from './intervals.ts';
import { speedGradeCells } from './speed-grade-cells.ts';

/** What adds up, at each sample. Absent columns are `null`. */
export interface RunAlong {
  totalM: number;
  reachedM: Float64Array;
  timerS: Float64Array;
  /** Seconds and metres walked and run, which is what has a speed. */
  movingS: Float64Array;
  movingM: Float64Array;
  /** Achilles load; its end is the run's load. */
  loadAeKm: Float64Array;
  climb: { ascentM: Float64Array; descentM: Float64Array; altitudeM: Float64Array } | null;
  /** Rise by grade, and the metres that have one. */
  rise: { riseM: Float64Array; metres: Float64Array } | null;
  cadence: Weighted | null;
  heartRate: Weighted | null;
}

/** Value × seconds, and the seconds that have a value. */
export interface Weighted {
  valueS: Float64Array;
  seconds: Float64Array;
}

/** One stretch of a run. */
export interface Stretch {
  startM: number;
  endM: number;
  timerS: number;
  movingS: number;
  /** While moving; `null` where nothing was measured, as in a recording gap. */
  speedMps: number | null;
  ascentM: number | null;
  descentM: number | null;
  /** Mean rise over run. */
  gradeFraction: number | null;
  cadenceSpm: number | null;
  heartRateBpm: number | null;
  loadAeKm: number;
}

/** `null` when the samples do not tell how far it was. */
export function runAlong(activity: Activity): RunAlong | null {
  const run = intervals(activity);
  if (run === null) return null;
  const slope = grade(activity, run);
  const { cadenceSpm, heartRateBpm } = activity.samples;
  const isMoving = (i: number) => (run.kind[i] as number) >= INTERVAL_KIND.walking;
  return {
    totalM: run.reachedM[run.count] as number,
    reachedM: run.reachedM,
    timerS: cumulative(run.count, (i) => run.timerS[i] as number),
    movingS: cumulative(run.count, (i) => (isMoving(i) ? (run.timerS[i] as number) : 0)),
    movingM: cumulative(run.count, (i) => (isMoving(i) ? (run.distanceM[i] as number) : 0)),
    loadAeKm: load(run, slope?.gradeFraction ?? null),
    climb:
      slope === null
        ? null
        : { ...climbAlong(slope.altitudeM, slope.turns), altitudeM: slope.altitudeM },
    rise: slope === null ? null : rise(run, slope),
    cadence: cadenceSpm === null ? null : weighted(run, cadenceSpm, isMoving),
    heartRate: heartRateBpm === null ? null : weighted(run, heartRateBpm, isMoving),
  };
}

/** The stretch between two distances, `fromM` < `toM`. Standing right at an edge belongs to the stretch after it. */
export function stretch(along: RunAlong, fromM: number, toM: number): Stretch {
  const from = place(along, fromM);
  const to = place(along, toM);
  const gain = (column: Float64Array) => valueAt(column, to) - valueAt(column, from);
  const mean = (sum: Float64Array, weight: Float64Array) => {
    const weightGain = gain(weight);
    return weightGain > 0 ? gain(sum) / weightGain : null;
  };
  const { climb, rise, cadence, heartRate } = along;
  return {
    startM: fromM,
    endM: toM,
    timerS: gain(along.timerS),
    movingS: gain(along.movingS),
    speedMps: mean(along.movingM, along.movingS),
    ascentM: climb && gain(climb.ascentM),
    descentM: climb && gain(climb.descentM),
    gradeFraction: rise && mean(rise.riseM, rise.metres),
    cadenceSpm: cadence && mean(cadence.valueS, cadence.seconds),
    heartRateBpm: heartRate && mean(heartRate.valueS, heartRate.seconds),
    loadAeKm: gain(along.loadAeKm),
  };
}

/** Altitude at a distance; `null` without altitude. */
export function altitudeAt(along: RunAlong, atM: number): number | null {
  return along.climb && valueAt(along.climb.altitudeM, place(along, atM));
}

function cumulative(count: number, step: (i: number) => number): Float64Array {
  const sums = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) sums[i + 1] = (sums[i] as number) + step(i);
  return sums;
}

/** Load by interval, brought to the run's own total, which is summed by cells. */
function load(run: Intervals, gradeFraction: Float64Array | null): Float64Array {
  const sums = cumulative(run.count, (i) => {
    const km = (run.distanceM[i] as number) / 1000;
    if (run.kind[i] === INTERVAL_KIND.walking) return km * WALKING_WEIGHT;
    if (run.kind[i] !== INTERVAL_KIND.running) return 0;
    const slope = gradeFraction === null ? 0 : (gradeFraction[i] as number);
    return km * loadPerKm(run.speedMps[i] as number, Number.isNaN(slope) ? 0 : slope);
  });
  const summed = sums[run.count] as number;
  const { loadAeKm } = loadFromCells(speedGradeCells(run, gradeFraction));
  return summed > 0 ? sums.map((sum) => (sum / summed) * loadAeKm) : sums;
}

function rise(run: Intervals, { gradeFraction }: Grade): RunAlong['rise'] {
  const metres = (i: number) => {
    const isKnown =
      (run.kind[i] as number) >= INTERVAL_KIND.walking && !Number.isNaN(gradeFraction[i]);
    return isKnown ? (run.distanceM[i] as number) : 0;
  };
  return {
    riseM: cumulative(run.count, (i) => {
      const metresKnown = metres(i);
      return metresKnown > 0 ? metresKnown * (gradeFraction[i] as number) : 0;
    }),
    metres: cumulative(run.count, metres),
  };
}

/** 0 is a strap or sensor that fell silent. */
function weighted(
  run: Intervals,
  column: Float64Array,
  isMoving: (i: number) => boolean,
): Weighted {
  const seconds = (i: number) =>
    isMoving(i) && (column[i + 1] as number) > 0 ? (run.timerS[i] as number) : 0;
  return {
    valueS: cumulative(run.count, (i) => {
      const known = seconds(i);
      return known > 0 ? known * (column[i + 1] as number) : 0;
    }),
    seconds: cumulative(run.count, seconds),
  };
}

/** A place along the run: part of the way from one sample to the next. */
interface Place {
  sample: number;
  fraction: number;
}

function place({ reachedM, totalM }: RunAlong, atM: number): Place {
  const last = reachedM.length - 1;
  if (atM >= totalM) return { sample: last, fraction: 0 };
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reachedM[middle] as number) < atM) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return { sample: 0, fraction: 0 };
  const before = reachedM[low - 1] as number;
  return { sample: low - 1, fraction: (atM - before) / ((reachedM[low] as number) - before) };
}

function valueAt(column: Float64Array, { sample, fraction }: Place): number {
  const value = column[sample] as number;
  return fraction === 0 ? value : value + fraction * ((column[sample + 1] as number) - value);
}
