/** What adding files says: one line per file, one summary, every reason. */
import { counted } from './levels.ts';

/** One result of `POST /api/imports`: of an activity in the file, or of the file when nothing could be made of it. */
export interface ImportAnswer {
  status: 'added' | 'duplicate' | 'not-a-run' | 'failed';
  activityId?: string;
  reason?: string;
  warnings: string[];
}

/** A file and what became of it. */
export interface UploadedFile {
  name: string;
  results: ImportAnswer[];
}

export const IMPORTS = {
  title: 'Add files',
  lead: 'FIT, GPX or TCX files from your watch, also compressed (.gz). As many as you like; FIT tells most.',
  drop: 'Drop files from your watch here',
  choose: 'Choose files',
  send: 'Add the chosen files',
  where: 'Where do I find them?',
  sources: [
    { name: 'Garmin watch', text: 'Connect it by cable; the files lie in GARMIN/Activity.' },
    { name: 'Garmin Connect', text: 'Open an activity, then the gear menu: Export Original.' },
    {
      name: 'COROS, Suunto, Polar, Wahoo',
      text: 'Open a workout in the app, then share or export it, as FIT where you can choose.',
    },
  ],
  privacy: 'Files go to this site alone and are kept for you only.',
  dropAnywhere: 'Drop to add your files',
  listLabel: 'Files',
  retry: 'Retry failed',
  seeWeek: 'See your week',
  seeRun: 'See the run',
  waiting: 'Waiting',
  sending: 'Sending',
  offline: 'Could not be sent. Check the connection and retry.',
  refused: 'The site could not take the file. Retry in a moment.',
  empty: 'The file is empty.',
};

const STATUS_WORDS: Record<ImportAnswer['status'], string> = {
  added: 'Added',
  duplicate: 'Already here',
  'not-a-run': 'Not a run: kept as context, counted nowhere',
  failed: 'Failed',
};

/** `Added`, `Failed: the file ends in the middle`. */
export const importLine = ({ status, reason }: ImportAnswer): string =>
  reason === undefined ? STATUS_WORDS[status] : `${STATUS_WORDS[status]}: ${reason}`;

/** `12 of 20 files: 10 added · 1 already here · 1 failed`. */
export function importSummary(
  files: readonly { results: readonly ImportAnswer[] }[],
  total: number,
): string {
  const results = files.flatMap((file) => file.results);
  const count = (status: ImportAnswer['status']): number =>
    results.filter((result) => result.status === status).length;
  const parts = [
    `${counted(count('added'), 'run')} added`,
    ...tally(count('duplicate'), 'already here'),
    ...tally(count('not-a-run'), 'not a run', 'not runs'),
    ...tally(count('failed'), 'failed'),
  ];
  const progress =
    files.length === total
      ? counted(total, 'file')
      : `${files.length} of ${counted(total, 'file')}`;
  return `${progress}: ${parts.join(' · ')}`;
}

const tally = (count: number, one: string, many = one): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
