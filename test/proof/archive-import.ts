/**
 * Imports the generated archive into a fresh `npm start` through the page in a real Chromium. The browser is killed on the
 * way, then the server; both times the import goes on as a runner would go on. Then all of it once more. What differs from
 * what was to come is told in words. Linux only: processes are killed and measured through `/proc`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesSent, sentFiles } from '../browser/import-page.ts';
import { type KillableChromium, startChromium } from '../browser/killable-chromium.ts';
import { type RunningApp, startApp } from '../browser/running-app.ts';
import { type ArchiveOrder, archiveContents } from './archive-contents.ts';
import { type Expectations, expectationsOf } from './archive-expectations.ts';
import { type WrittenArchive, writeArchive } from './archive-file.ts';
import { startTimeOf, VISIT_NUMBER, visitDistanceM, visitRun } from './archive-recordings.ts';
import { differencesOfAgain, differencesOfFirst, differencesOfList } from './archive-verdict.ts';
import { ImportingPage } from './importing-page.ts';
import { type Moment, momentOf, type Stretch, stretchBetween } from './process-cost.ts';

export interface ArchiveProof extends WrittenArchive {
  rows: number;
  listed: number;
  /** Files that had been sent when the browser was killed, and by its successor when the server was. */
  killedAfter: { browser: number; server: number };
  /** What the page said of the interruption when the browser was back. */
  interruption: string | null;
  /** From the choice of the file to the death of the browser: nothing else disturbs it. */
  first: Stretch & { filesPerS: number };
  again: Stretch & { filesPerS: number };
  memory: PageMemory;
  seconds: number;
  differences: string[];
}

/** In bytes, the process of the page unless it says otherwise. Each figure is the most up to that moment. */
export interface PageMemory {
  before: number;
  browserKilled: number;
  /** Of a new page, from the beginning of the archive. */
  serverKilled: number;
  done: number;
  again: number;
  /** Of its own scripts, without those of its worker. */
  heap: number;
  workerd: number;
}

/** Of all that is to be listed; the server dies half-way through the rest. */
const BROWSER_DIES_AT = 0.35;
const SERVER_DIES_AT = 0.5;

interface Surroundings {
  app: RunningApp;
  path: string;
  profile: string;
  expected: Expectations;
  say: (line: string) => void;
}

export async function proveArchiveImport(
  order: ArchiveOrder,
  say: (line: string) => void,
): Promise<ArchiveProof> {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'archive-proof-'));
  const path = join(folder, 'everything.zip');
  const contents = archiveContents(order);
  const written = writeArchive(contents, path);
  say(
    `archive written: ${megabytes(written.packedBytes)}, ${megabytes(written.rawBytes)} unpacked`,
  );
  const app = await startApp();
  try {
    const expected = expectationsOf(contents);
    const profile = join(folder, 'profile');
    const driven = await drive({ app, path, profile, expected, say }, folder);
    const seconds = (performance.now() - started) / 1000;
    return { ...written, ...driven, rows: expected.rows, seconds };
  } finally {
    await app.dispose();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function drive(surroundings: Surroundings, folder: string) {
  const expected = await afterVisit(surroundings, folder);
  const first = await untilBrowserDies(surroundings);
  const chromium = await startChromium(surroundings.profile);
  try {
    const second = await untilDone(surroundings, expected, chromium);
    const again = await onceMore(surroundings, expected, chromium);
    return {
      listed: expected.listed.length,
      killedAfter: { browser: first.files, server: second.files },
      interruption: second.interruption,
      first: first.stretch,
      again: again.stretch,
      memory: {
        before: first.before,
        browserKilled: first.peak.page,
        serverKilled: second.peakBefore.page,
        done: second.peak.page,
        again: again.peak.page,
        heap: Math.max(first.heap, second.heap, again.heap),
        workerd: Math.max(first.peak.workerd, second.peakBefore.workerd, again.peak.workerd),
      },
      differences: [...first.differences, ...second.differences, ...again.differences],
    };
  } finally {
    await chromium.kill();
  }
}

/**
 * A runner who came once before and closed the browser: Chromium writes a cookie to disk half a minute after it was set, or
 * when it is closed. Whoever loses the cookie of a first visit has lost the account, which is not what this is about.
 */
async function afterVisit({ app, profile, expected }: Surroundings, folder: string) {
  const chromium = await startChromium(profile);
  const page = await ImportingPage.open(chromium, app.url);
  const path = join(folder, 'visit.fit');
  writeFileSync(path, visitRun());
  await page.choose(path);
  await page.finished();
  await chromium.close();
  const visit = {
    startTimeS: startTimeOf(VISIT_NUMBER),
    distanceM: visitDistanceM(),
    isRun: true,
    name: null,
    twins: 0,
  };
  return { ...expected, listed: [...expected.listed, visit] };
}

async function untilBrowserDies({ app, path, profile, expected, say }: Surroundings) {
  const files = Math.round(expected.listed.length * BROWSER_DIES_AT);
  const chromium = await startChromium(profile);
  const page = await ImportingPage.open(chromium, app.url);
  const start = momentAt(chromium, app);
  await page.choose(path);
  const isOver = await isOverBefore(filesSent(chromium.context, files), page.finished());
  const end = momentAt(chromium, app);
  await chromium.kill();
  say(`browser killed after ${files} files`);
  return {
    files,
    stretch: withRate(start, end, files),
    peak: end.peakBytes,
    before: start.peakBytes.page,
    heap: page.heapPeakBytes,
    differences: isOver ? ['the import was over before the browser could be killed'] : [],
  };
}

async function untilDone(
  { app, path, say }: Surroundings,
  expected: Expectations,
  chromium: KillableChromium,
) {
  const page = await ImportingPage.open(chromium, app.url);
  const listedBefore = (await page.listed()).length;
  const files = Math.round((expected.listed.length - listedBefore) * SERVER_DIES_AT);
  const interruption = await page.interruption();
  await page.choose(path);
  const finished = page.finished();
  const isOver = await isOverBefore(filesSent(chromium.context, files), finished);
  const peakBefore = momentAt(chromium, app).peakBytes;
  await app.crash();
  say(`server killed after ${files} files more`);
  await finished;
  const account = await page.account();
  say(`done: ${JSON.stringify(account.tally)}`);
  return {
    files,
    interruption,
    peakBefore,
    peak: momentAt(chromium, app).peakBytes,
    heap: page.heapPeakBytes,
    differences: [
      ...(isOver ? ['the import was over before the server could be killed'] : []),
      ...differencesOfFirst(account, expected, listedBefore),
      ...differencesOfList(await page.listed(), expected.listed),
    ],
  };
}

const isOverBefore = (moment: Promise<void>, finished: Promise<void>): Promise<boolean> =>
  Promise.race([moment.then(() => false), finished.then(() => true)]);

async function onceMore(
  { app, path, say }: Surroundings,
  expected: Expectations,
  chromium: KillableChromium,
) {
  const page = await ImportingPage.open(chromium, app.url);
  const sent = sentFiles(chromium.context);
  const start = momentAt(chromium, app);
  await page.choose(path);
  await page.finished();
  const end = momentAt(chromium, app);
  const account = await page.account();
  say(`again: ${JSON.stringify(account.tally)}, ${sent.length} files sent`);
  return {
    stretch: withRate(start, end, expected.rows),
    peak: end.peakBytes,
    heap: page.heapPeakBytes,
    differences: [
      ...differencesOfAgain(account, expected, sent),
      ...differencesOfList(await page.listed(), expected.listed),
    ].map((difference) => `again: ${difference}`),
  };
}

const momentAt = (chromium: KillableChromium, app: RunningApp): Moment =>
  momentOf({ browserPid: chromium.pid }, app.process().pid as number);

function withRate(start: Moment, end: Moment, files: number) {
  const stretch = stretchBetween(start, end);
  return { ...stretch, filesPerS: files / stretch.seconds };
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
