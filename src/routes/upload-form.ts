/** `POST /imports`: the upload form of a browser without JavaScript. Leads to the dashboard when anything came in. */
import { type Context, Hono } from 'hono';
import { type ImportResult, importFile, MAX_FILE_BYTES } from '../athlete/import-file.ts';
import { openAthlete, requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { RequestProblem } from './problem.ts';
import { readBody } from './upload-body.ts';

/** The whole form is in memory at once, and its files are imported within one request. */
const MAX_FORM_BYTES = 2 * MAX_FILE_BYTES;
const MAX_FILES = 20;

export const uploadForm = new Hono<Environment>().post('/', async (c) => {
  const results: ImportResult[] = [];
  for (const file of await readFiles(c)) {
    const body = new Uint8Array(await file.arrayBuffer());
    const upload = { body, name: file.name, timeZone: null };
    // The first file worth keeping makes the athlete; the next ones find it.
    const { store } = c.var;
    results.push(...(await importFile(upload, requestClock(c), store, () => openAthlete(c))));
  }
  const failures = results.filter((result) => result.status === 'failed');
  if (failures.length === results.length) {
    throw new RequestProblem('unreadable-file', failures[0]?.error.message ?? '');
  }
  return c.redirect('/', 303);
});

async function readFiles(c: Context<Environment>): Promise<File[]> {
  const form = await readForm(c.req.raw);
  const files = form.getAll('files').filter((entry) => entry instanceof File && entry.size > 0);
  if (files.length === 0) throw new RequestProblem('body-missing', 'Choose at least one file.');
  if (files.length > MAX_FILES) {
    throw new RequestProblem('body-too-large', `Choose up to ${MAX_FILES} files at a time.`);
  }
  return files as File[];
}

/** Buffers the body within its limit before anything is parsed. */
async function readForm(request: Request): Promise<FormData> {
  const body = await readBody(request, MAX_FORM_BYTES);
  const contentType = request.headers.get('Content-Type') ?? '';
  try {
    return await new Response(body, { headers: { 'Content-Type': contentType } }).formData();
  } catch (error) {
    if (error instanceof TypeError) {
      throw new RequestProblem('invalid-input', 'The form could not be read.');
    }
    throw error;
  }
}
