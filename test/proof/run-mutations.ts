/** Puts many mutated files through the whole path, in a thread of their own that is watched from here. */
import { Worker } from 'node:worker_threads';
import type { JudgedCase } from './judged-case.ts';
import { Tally } from './tally.ts';

export interface Order {
  seed: number;
  runs: number;
  /** One file alone, to see it again. */
  only: number | null;
}

export interface WorkerOrder extends Order {
  /** The file the worker is at. */
  at: Int32Array<SharedArrayBuffer>;
}

export type WorkerMessage = { realFiles: number } | { judged: JudgedCase } | { done: true };

export interface Proof {
  tally: Tally;
  realFiles: number;
}

/** By the clock: far beyond what a busy machine does to a file. */
const HANG_MS = 60_000;
/** Garbage is collected often, so that little of what is held is garbage. */
const YOUNG_GENERATION_MB = 6;

/** Rejects, naming the file, when one does not end or takes the thread down. */
export function runMutations(order: Order): Promise<Proof> {
  const at = new Int32Array(new SharedArrayBuffer(4));
  const workerData: WorkerOrder = { ...order, at };
  const worker = new Worker(new URL('mutations-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  const proof: Proof = { tally: new Tally(), realFiles: 0 };
  return new Promise((resolve, reject) => {
    const fail = (what: string) => {
      void worker.terminate();
      reject(new Error(`no. ${at[0]} of seed ${order.seed} ${what}`));
    };
    const watch = setInterval(() => fail(`did not end in ${HANG_MS / 1000} s`), HANG_MS);
    worker.on('error', (error) => fail(`ended with ${error}`));
    worker.on('exit', () => clearInterval(watch));
    worker.on('message', (message: WorkerMessage) => {
      watch.refresh();
      if ('realFiles' in message) proof.realFiles = message.realFiles;
      if ('judged' in message) proof.tally.add(message.judged);
      if ('done' in message) resolve(proof);
    });
  });
}
