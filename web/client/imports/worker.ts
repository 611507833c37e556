/** The import worker: unpacks, hashes and sends away from the page, so that the page stays quick. */

import type { FromWorker, ImportRow, ToWorker } from './import-messages.ts';
import { Importer } from './importer.ts';
import { type RefusedFiles, storedRefusals } from './refused-files.ts';

/** Often enough to be seen moving, seldom enough to cost nothing. */
const REPORT_EVERY_MS = 200;

const refusals = storedRefusals(Date.now());
let importer: Importer | null = null;
let rows: ImportRow[] = [];
let isReporting = false;

/** In the order they came: adding waits for the database, the rest must not overtake it. */
let handled = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  handled = handled.then(async () => handle(data, await refusals));
});

// A page hears of errors in its worker, but not of promises that fail there.
addEventListener('unhandledrejection', ({ reason }) => {
  setTimeout(() => {
    throw reason;
  });
});

function handle(message: ToWorker, refused: RefusedFiles): void {
  if (message.type !== 'add') {
    importer?.[message.type]();
    return;
  }
  if (importer === null || importer.isCancelled) importer = started(message, refused);
  importer.add(message.files);
}

function started({ batch, timeZone }: ToWorker & { type: 'add' }, refused: RefusedFiles): Importer {
  return new Importer({
    batch,
    timeZone,
    refused,
    origin: location.origin,
    onRow: (row) => rows.push(row),
    onChange: report,
  });
}

function report(): void {
  if (isReporting) return;
  isReporting = true;
  setTimeout(() => {
    isReporting = false;
    if (importer === null) return;
    const message: FromWorker = { type: 'progress', progress: importer.progress, rows };
    rows = [];
    postMessage(message);
  }, REPORT_EVERY_MS);
}
