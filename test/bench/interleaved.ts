/**
 * Compares programs on the same input in one process: rounds are interleaved, so that a busy machine slows all alike,
 * and each figure is the median CPU time of a round, garbage collection included. No collection is forced between rounds:
 * that throws compiled code away and would measure the engine warming up again.
 */

export interface Contender {
  name: string;
  /** One unit of work; what it returns is kept from being optimised away. */
  run(): unknown;
}

export interface Timing {
  name: string;
  /** Median CPU milliseconds of one unit of work. */
  cpuMs: number;
}

/** A round shorter than this is dominated by the clock's own grain. */
const MIN_ROUND_MS = 40;
/** Long enough for the engine to have compiled the hot loops of each contender. */
const WARM_UP_MS = 1_000;

let kept: unknown;

export function interleaved(contenders: Contender[], rounds: number): Timing[] {
  const repeats = contenders.map(repeatsFor);
  const samples: number[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    contenders.forEach((contender, i) => {
      samples[i]?.push(cpuMs(contender, repeats[i] ?? 1));
    });
  }
  return contenders.map(({ name }, i) => ({ name, cpuMs: median(samples[i] ?? []) }));
}

/** Warms the contender up and finds how often it must run to fill a round. */
function repeatsFor(contender: Contender): number {
  const end = performance.now() + WARM_UP_MS;
  while (performance.now() < end) kept = contender.run();
  return Math.max(1, Math.ceil(MIN_ROUND_MS / Math.max(0.01, cpuMs(contender, 3))));
}

function cpuMs(contender: Contender, repeats: number): number {
  const before = process.cpuUsage();
  for (let i = 0; i < repeats; i++) kept = contender.run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / repeats;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The last result of a contender, so that its work cannot be left out. */
export const lastResult = () => kept;
