/** The thread that does the work, so that another one can see when it hangs: it notes which file it is at. */
import { parentPort, workerData } from 'node:worker_threads';
import { judged } from './judged-case.ts';
import { mutatedCase } from './mutated-case.ts';
import { originals } from './originals.ts';
import type { WorkerMessage, WorkerOrder } from './run-mutations.ts';

/** The engine compiles what it meets often: the first files would be judged by that. */
const WARM_UP_RUNS = 100;

const { seed, runs, only, at } = workerData as WorkerOrder;
const sound = originals();
tell({ realFiles: sound.realFiles });
for (let index = 0; index < WARM_UP_RUNS; index++) {
  await judged(mutatedCase(seed + 1, index, sound));
}
for (let index = only ?? 0; index < (only === null ? runs : only + 1); index++) {
  Atomics.store(at, 0, index);
  tell({ judged: await judged(mutatedCase(seed, index, sound)) });
}
tell({ done: true });

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}
