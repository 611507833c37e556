/** `/add`, and `POST /imports`: the upload form of a browser without JavaScript, answered with what became of each file. */
import { type Context, Hono } from 'hono';
import { AddFilesPage } from '../../web/pages/add-files-page.tsx';
import type { UploadedFile } from '../../web/words/en/import-answer.ts';
import { NO_CONTEXT } from '../athlete/analysed-file.ts';
import { importFile } from '../athlete/import-file.ts';
import { MAX_FILE_BYTES } from '../athlete/kept-file.ts';
import { openAthlete, requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { importAnswers } from './import-answer.ts';
import { MAX_NAME_LENGTH } from './import-query.ts';
import { currentSettings, pageContext } from './page-context.ts';
import { RequestProblem } from './problem.ts';
import { readForm } from './request-body.ts';
import { stravaView } from './strava-view.ts';

/** The whole form is in memory at once, and its files are imported within one request. */
const MAX_FORM_BYTES = 2 * MAX_FILE_BYTES;
const MAX_FILES = 20;

export const uploadForm = new Hono<Environment>().post('/', async (c) => {
  const files: UploadedFile[] = [];
  for (const file of await readFiles(c)) {
    const body = new Uint8Array(await file.arrayBuffer());
    const name = file.name.slice(-MAX_NAME_LENGTH);
    const upload = { body, name, timeZone: null, about: NO_CONTEXT };
    // The first file worth keeping makes the athlete; the next ones find it.
    const { store } = c.var;
    const results = await importFile(upload, requestClock(c), store, () => openAthlete(c));
    files.push({
      name: file.name,
      results: await importAnswers(results, () => currentSettings(c)),
    });
  }
  return page(c, files);
});

export const addFilesPage = (c: Context<Environment>) => page(c, []);

async function page(c: Context<Environment>, files: readonly UploadedFile[]) {
  const settings = await currentSettings(c);
  const strava = await stravaView(c, settings);
  return c.html(<AddFilesPage context={pageContext(c, settings)} files={files} strava={strava} />);
}

async function readFiles(c: Context<Environment>): Promise<File[]> {
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  // A browser sends a file input left empty as one file without name or bytes.
  const files = form
    .getAll('files')
    .filter((entry) => entry instanceof File && (entry.name !== '' || entry.size > 0));
  if (files.length === 0) throw new RequestProblem('body-missing', 'Choose at least one file.');
  if (files.length > MAX_FILES) {
    throw new RequestProblem('body-too-large', `Choose up to ${MAX_FILES} files at a time.`);
  }
  return files as File[];
}
