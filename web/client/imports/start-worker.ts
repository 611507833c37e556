/** Starts the import worker. */
import { trustedScript } from '../trusted-script.ts';
import workerUrl from './worker.ts?worker&url';

export function startImportWorker(): Worker {
  return new Worker(trustedScript(workerUrl), { type: 'module' });
}
