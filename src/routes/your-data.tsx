/** `/your-data`: what is kept, taking it along as JSON, CSV and files, and erasing all of it after a tick. */
import { type Context, Hono } from 'hono';
import { YourDataPage } from '../../web/pages/your-data-page.tsx';
import { eraseAthlete, findSession } from '../account/sessions.ts';
import { zipStream } from '../archive/zip-stream.ts';
import type { AthleteExport } from '../athlete/athlete-export.ts';
import { eraseKeptFiles } from '../athlete/kept-file.ts';
import { type RawFile, rawFileParts, readRawFiles } from '../athlete/raw-files.ts';
import { type CsvCell, csvText } from './csv-text.ts';
import { requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { currentPageContext } from './page-context.ts';
import { RequestProblem } from './problem.ts';
import { readForm } from './request-body.ts';
import {
  dropSessionCookie,
  readOtherSessionCookie,
  writeOtherSessionCookie,
  writeSessionCookie,
} from './session-cookie.ts';

export const yourData = new Hono<Environment>()
  .get('/', (c) => page(c, false))
  .get('/achilles-watch.json', async (c) => {
    const data = await exported(c);
    return download(c, JSON.stringify(data, null, 2), 'application/json', 'achilles-watch.json');
  })
  .get('/runs.csv', async (c) => {
    const { activities } = await exported(c);
    return download(c, tableOf(activities), 'text/csv; charset=utf-8', 'runs.csv');
  })
  .get('/check-ins.csv', async (c) => {
    const { checkIns } = await exported(c);
    return download(c, tableOf(checkIns), 'text/csv; charset=utf-8', 'check-ins.csv');
  })
  .get('/files.zip', async (c) => {
    const part = (await keptParts(c))[Number(c.req.query('part') ?? 1) - 1];
    if (part === undefined) throw new RequestProblem('not-found', 'There are no such files.');
    const zip = zipStream(readRawFiles(c.env.FILES, part));
    return download(c, pulledFrom(zip), 'application/zip', 'achilles-watch-files.zip');
  })
  .post('/erase', async (c) => {
    const store = requireStore(c);
    if (!(await readForm(c.req.raw)).has('erase')) return page(c, true);
    const context = await currentPageContext(c);
    const { activities, checkIns, leftOut } = await exported(c);
    const erasedFiles = await eraseKeptFiles(store);
    const strava = await store.athlete.eraseEverything(requestClock(c));
    // Last, so that what fails before it can be asked for again.
    await eraseAthlete(c.env.DIRECTORY, store.athleteId);
    // Of an upload that was on its way.
    await eraseKeptFiles(store);
    const isOtherProfile = await goOver(c);
    c.header('Clear-Site-Data', '"cache", "storage"');
    c.set('store', null);
    const receipt = {
      activities: activities.length + leftOut.stravaActivities,
      files: erasedFiles,
      checkIns: checkIns.length,
      ...{ strava, isOtherProfile },
    };
    return c.html(<YourDataPage context={context} state={{ kind: 'erased', receipt }} />);
  });

const keptParts = async (c: Context<Environment>): Promise<RawFile[][]> =>
  rawFileParts(await requireStore(c).athlete.keptFiles());

const exported = (c: Context<Environment>): Promise<AthleteExport> =>
  requireStore(c).athlete.exportedData(requestClock(c));

async function page(c: Context<Environment>, isTickMissing: boolean): Promise<Response> {
  const context = await currentPageContext(c);
  if (c.var.store === null) {
    return c.html(<YourDataPage context={context} state={{ kind: 'nothing' }} />);
  }
  const { activities, checkIns, leftOut } = await exported(c);
  const kept = {
    activities: activities.length,
    checkIns: checkIns.length,
    stravaActivities: leftOut.stravaActivities,
    isStravaConnected: (await requireStore(c).athlete.stravaStatus(requestClock(c))) !== null,
    fileParts: (await keptParts(c)).map((part) => ({
      files: part.length,
      sizeBytes: part.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    })),
  };
  return c.html(
    <YourDataPage context={context} state={{ kind: 'kept', kept, isTickMissing }} />,
    isTickMissing ? 422 : 200,
  );
}

/** To the other profile of this browser, if it has one: the cookie of that is all that holds it. */
async function goOver(c: Context<Environment>): Promise<boolean> {
  const other = readOtherSessionCookie(c) ?? '';
  const session = await findSession(c.env.DIRECTORY, other, requestClock(c).nowS);
  writeOtherSessionCookie(c, null);
  if (session === null) dropSessionCookie(c);
  else writeSessionCookie(c, other);
  return session !== null;
}

function download(
  c: Context<Environment>,
  body: string | ReadableStream,
  type: string,
  name: string,
): Response {
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
  });
}

/** Goes on when the runner's browser has taken what came before, and ends when it goes away: nothing piles up here. */
function pulledFrom(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** A column for each field of a row, whose values are plain or JSON. */
function tableOf(rows: readonly object[]): string {
  const head = Object.keys(rows[0] ?? {});
  return csvText(
    head,
    rows.map((row) => Object.values(row).map(cellOf)),
  );
}

const cellOf = (value: unknown): CsvCell =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as CsvCell);
