/**
 * What one call costs. Time is CPU time of the whole process (`process.cpuUsage`: garbage collector and compiler threads
 * included), which a busy machine does not lengthen. Memory is that of the engine's heap and of the buffers outside it,
 * dead or alive, read where it can only be at its highest: before each garbage collection (`v8.GCProfiler`) and at the end.
 *
 * At first all growth is summed, garbage and all: no call can hold more than it ever took. A call that took more than it
 * may hold is measured after a full collection, where the highest reading is what it held, with garbage not yet collected.
 */
import { GCProfiler, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Cost {
  inputBytes: number;
  cpuMs: number;
  /** At most. */
  heldBytes: number;
}

export type Measure = 'growth' | 'peak';

export const MAX_CPU_MS = 250;
const BYTES_PER_INPUT_BYTE = 16;
const FREE_BYTES = 32 * 1024 * 1024;

export const allowedBytes = ({ inputBytes }: Cost): number =>
  BYTES_PER_INPUT_BYTE * inputBytes + FREE_BYTES;

export async function measured<T>(
  measure: Measure,
  inputBytes: number,
  work: () => T | Promise<T>,
): Promise<{ value: T; cost: Cost }> {
  if (measure === 'peak') collectGarbage();
  const profiler = new GCProfiler();
  profiler.start();
  const bytesBefore = usedBytes();
  const cpuBefore = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(cpuBefore);
  const bytesAfter = usedBytes();
  const readings: Reading[] = profiler.stop().statistics.map(({ beforeGC, afterGC }) => ({
    before: heapBytes(beforeGC.heapStatistics),
    after: heapBytes(afterGC.heapStatistics),
  }));
  readings.push({ before: bytesAfter, after: bytesAfter });
  const heldBytes =
    measure === 'peak'
      ? Math.max(...readings.map(({ before }) => before)) - bytesBefore
      : growth(bytesBefore, readings);
  return { value, cost: { inputBytes, cpuMs: (user + system) / 1000, heldBytes } };
}

/** Of memory at a garbage collection. */
interface Reading {
  before: number;
  after: number;
}

function growth(start: number, readings: readonly Reading[]): number {
  let [sum, from] = [0, start];
  for (const { before, after } of readings) {
    sum += Math.max(0, before - from);
    from = after;
  }
  return sum;
}

/** The larger of each figure; the input of whichever comes nearer to its allowance. */
export function worse(a: Cost, b: Cost): Cost {
  const fuller = share(a) >= share(b) ? a : b;
  return { ...fuller, cpuMs: Math.max(a.cpuMs, b.cpuMs) };
}

/** Of the allowance. */
export const share = (cost: Cost): number => cost.heldBytes / allowedBytes(cost);

interface HeapBytes {
  usedHeapSize: number;
  externalMemory: number;
}

const heapBytes = ({ usedHeapSize, externalMemory }: HeapBytes): number =>
  usedHeapSize + externalMemory;

function usedBytes(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
