/**
 * Imports the generated archive into a fresh `npm start` through the page in a real Chromium. The browser is killed on the
 * way, then the server; both times the import goes on as a runner would go on. Then all of it once more. What differs from
 * what was to come is told in words. Linux only: processes are killed and measured through `/proc`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sentFiles } from '../browser/import-page.ts';
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
  /** Files that the page had done when the browser, and later the server, was killed. */
  killedAt: { browser: number; server: number };
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

/** Of all rows. */
const BROWSER_DIES_AT = 0.35;
const SERVER_DIES_AT = 0.65;

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
      killedAt: { browser: first.done, server: second.killedAt },
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
  const chromium = await startChromium(profile);
  const sent = sentFiles(chromium.context);
  const page = await ImportingPage.open(chromium, app.url);
  const start = momentAt(chromium, app);
  await page.choose(path);
  const done = await page.reached(expected.rows * BROWSER_DIES_AT);
  const end = momentAt(chromium, app);
  await chromium.kill();
  say(`browser killed at ${done} of ${expected.rows}`);
  return {
    done,
    stretch: withRate(start, end, done),
    peak: end.peakBytes,
    before: start.peakBytes.page,
    heap: page.heapPeakBytes,
    differences: [
      ...(done < expected.rows ? [] : ['the import was over before the browser could be killed']),
      // Or counting what is sent the second time would prove nothing.
      ...(sent.length > 0 ? [] : ['no request with a file was seen']),
    ],
  };
}

async function untilDone(
  { app, path, say }: Surroundings,
  expected: Expectations,
  chromium: KillableChromium,
) {
  const page = await ImportingPage.open(chromium, app.url);
  const listedBefore = (await page.listed()).length;
  const interruption = await page.interruption();
  await page.choose(path);
  const killedAt = await page.reached(expected.rows * SERVER_DIES_AT);
  const peakBefore = momentAt(chromium, app).peakBytes;
  await app.crash();
  say(`server killed at ${killedAt} of ${expected.rows}`);
  await page.finished();
  const account = await page.account();
  say(`done: ${JSON.stringify(account.tally)}`);
  return {
    killedAt,
    interruption,
    peakBefore,
    peak: momentAt(chromium, app).peakBytes,
    heap: page.heapPeakBytes,
    differences: [
      ...(killedAt < expected.rows
        ? []
        : ['the import was over before the server could be killed']),
      ...(listedBefore < expected.listed.length ? [] : ['nothing was left to do']),
      ...differencesOfFirst(account, expected, listedBefore),
      ...differencesOfList(await page.listed(), expected.listed),
    ],
  };
}

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
