/** What adding files says: its parts, how far it has come, one summary, every reason. */
import type { ImportAnswer } from './import-answer.ts';
import { counted, listed } from './levels.ts';

export const IMPORTS = {
  title: 'Add files',
  lead: 'FIT, GPX or TCX files, whole folders, and the ZIP that Strava or Garmin sends you. As many as you like; nothing is added twice.',
  drop: 'Drop files, a folder or a ZIP export here',
  noScript: 'Folders and ZIP exports need JavaScript; single files do not.',
  choose: 'Choose files',
  chooseFolder: 'Choose a folder',
  send: 'Add the chosen files',
  where: 'Where do I find them?',
  sources: [
    { name: 'Garmin watch', text: 'Connect it by cable; the files lie in GARMIN/Activity.' },
    { name: 'Garmin Connect', text: 'Open an activity, then the gear menu: Export Original.' },
    {
      name: 'All of Garmin Connect',
      text: 'Account settings, Export your data. Choose the ZIP that comes by e-mail, as it is.',
    },
    {
      name: 'All of Strava',
      text: 'Settings, My account, Download or delete your account: request the archive. Choose the ZIP as it is.',
    },
    {
      name: 'COROS, Suunto, Polar, Wahoo',
      text: 'Open a workout in the app, then share or export it, as FIT where you can choose.',
    },
  ],
  privacy:
    'Archives are unpacked on your device. Only activity files are sent, to this site alone, and kept for you only.',
  key: {
    cookie:
      'A cookie of this browser is the key to them: other browsers do not see them, and neither does this one once its cookies are cleared. Keep your files; they can be added again.',
    strava:
      'A cookie of this browser is the key to them, and so is your Strava account: without the cookie, “Connect with Strava” signs you in. Keep your files; they can be added again.',
  },
  listLabel: 'Files',
  retry: 'Retry failed',
  seeWeek: 'See your week',
  undo: 'Undo this import',
  redo: 'Bring them back',
  pause: 'Pause',
  continue: 'Continue',
  cancel: 'Cancel',
  goOn: 'Go on',
  dismiss: 'Leave it',
  filterLabel: 'Show',
  showMore: 'Show more',
  damagedInArchive: 'Damaged inside the archive; what could be read was taken.',
  typedOutcome: {
    all: 'All',
    added: 'Added',
    duplicate: 'Already here',
    'not-a-run': 'Not runs',
    failed: 'Failed',
  },
  undoing: 'Undoing',
  redoing: 'Bringing them back',
  undone: 'Undone: what this import added is removed',
  redone: 'Brought back',
  notUndone: 'The site could not do that. Everything is as it was; try again in a moment.',
  richerIsKept: 'the richer recording is kept',
  correctedIsKept: 'the one you corrected is kept',
  replaces: 'Takes the place of a poorer recording of the same run',
  joinsStrava: 'Joins the same run from Strava, and counts in its place',
  removed: 'You removed this activity. It can be restored.',
  ownRun: 'A run of its own, as you said',
  restore: 'Restore it',
  restored: 'Restored',
  resumed:
    'This import was interrupted before. What came in then is counted as already here; undoing takes back both parts.',
  cameTwice: 'The same file came twice in this import',
  otherTab:
    'Another tab of this browser is adding files. You can add more here at the same time: nothing is added twice.',
  stopped: 'The import stopped by itself. What was added is kept: choose the same files to go on.',
  notAnActivity:
    'This file holds no activity: watches keep settings, sleep and courses in such files. Choose files from the folder of activities.',
  nothingInFolder: 'There is no FIT, GPX, TCX or ZIP file in this folder.',
  cannotStart:
    'The importer could not be loaded. Check the connection, reload this page and choose the files again.',
  refused: 'The site could not take the file. Retry in a moment.',
};

/** `12 of 20 files: 9 runs added · 1 joined a run already here · 1 already here · 1 failed`. */
export function importSummary(
  files: readonly { results: readonly ImportAnswer[] }[],
  total: number,
): string {
  const results = files.flatMap((file) => file.results);
  const count = (status: ImportAnswer['status']): number =>
    results.filter((result) => result.status === status).length;
  const joined = results.filter(
    ({ status, replaces }) => status === 'added' && replaces !== undefined,
  ).length;
  const parts = [
    ...(joined > 0 && count('added') === joined
      ? []
      : [`${counted(count('added') - joined, 'run')} added`]),
    ...tally(joined, 'joined a run already here', 'joined runs already here'),
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

/** What the screen shows of an import. Fractions are 0 to 1, times in seconds. */
export interface ImportStanding {
  phase: 'running' | 'paused' | 'unreachable' | 'over' | 'cancelled' | 'no-runner';
  found: number;
  done: number;
  /** Of the archive being read. */
  archive: string | null;
  /** `null` while nobody can tell. */
  leftS: number | null;
}

export function importHeadline({ phase, archive }: ImportStanding): string {
  if (phase === 'running') return archive === null ? 'Adding your files' : `Adding ${archive}`;
  return HEADLINES[phase];
}

const HEADLINES: Record<Exclude<ImportStanding['phase'], 'running'>, string> = {
  paused: 'Paused',
  unreachable: 'No connection',
  over: 'Done',
  cancelled: 'Cancelled',
  'no-runner': 'Stopped',
};

/** `620 of 1,204 files · about 2 min left`. */
export function importProgress({ phase, found, done, leftS }: ImportStanding): string {
  if (found === 0) return '';
  const isAll = done === found;
  const files = isAll
    ? counted(done, 'file')
    : `${done.toLocaleString('en-GB')} of ${counted(found, 'file')}`;
  return phase === 'running' && leftS !== null ? `${files} · ${timeLeftWords(leftS)}` : files;
}

function timeLeftWords(leftS: number): string {
  if (leftS < 50) return 'less than a minute left';
  const minutes = Math.round(leftS / 60);
  if (minutes < 60) return `about ${minutes} min left`;
  const hours = Math.round(minutes / 60);
  return `about ${counted(hours, 'hour')} left`;
}

/** What a runner should know about the state, or about files without a row; empty when nothing. */
export function importNotes(
  phase: ImportStanding['phase'],
  { otherFiles, withoutFile }: { otherFiles: number; withoutFile: number },
): string[] {
  const ofPhase: Partial<Record<ImportStanding['phase'], string>> = {
    unreachable:
      'The site does not answer. What was added is kept, and the rest waits: it goes on by itself when the site can be reached again, or with Continue.',
    paused: 'What was added is kept. Keep this page open to continue where it stands.',
    cancelled: 'What was added before stays.',
    'no-runner':
      'This browser no longer holds the key to the runs that these files were added to: its cookies were cleared, or another tab signed out or deleted everything. Nothing more was sent. Choose the same files again to add all of them anew; if you sign in with Strava, do that first.',
  };
  const others = counted(otherFiles, 'file');
  const typed = counted(withoutFile, 'activity', 'activities');
  return [
    ofPhase[phase] ?? '',
    otherFiles === 0
      ? ''
      : `${others} of other kinds (sleep, settings, courses) ${otherFiles === 1 ? 'was' : 'were'} passed over.`,
    withoutFile === 0 || phase === 'running'
      ? ''
      : `${typed} ${withoutFile === 1 ? 'was' : 'were'} typed in by hand on Strava: the export has no file of ${withoutFile === 1 ? 'it' : 'them'}.`,
  ].filter((note) => note !== '');
}

/** More names than this are not read. */
const NAMED_AT_ONCE = 3;

/** After a reload or a crash. `isAtHand`: the browser lets the page read the same files again; most do not. */
export function interruptedWords(
  names: readonly string[],
  total: number,
  done: number,
  isAtHand: boolean,
): string {
  const isNameable = names.length > 0 && names.length <= NAMED_AT_ONCE;
  const what = isNameable ? listed(names.map((name) => `“${name}”`)) : counted(total, 'file');
  const when = done === 0 ? 'before its first file was done' : `after ${counted(done, 'file')}`;
  const how = isAtHand
    ? 'Go on with one press; your browser may ask whether this page may read the files again.'
    : 'Choose the same again to go on.';
  return `An import of ${what} was interrupted ${when}. What was added is kept. ${how} What is here already is passed over, not sent again.`;
}
