import { formatMegabytes } from '../../format.ts';

/** Words of what is kept of a runner, taking it along and erasing it. */
const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

export const YOUR_DATA = {
  title: 'Your data',
  settingsText: 'Take it along, or erase all of it.',
  settingsLink: 'Your data',
  lead: 'Nobody else sees any of it.',
  nothing: 'Nothing of yours is kept for this browser.',
  takeTitle: 'Take it along',
  take: (activities: number, checkIns: number) =>
    `${counted(activities, 'activity', 'activities')} from files and ${counted(checkIns, 'check-in', 'check-ins')}.`,
  leftOut: (count: number) =>
    `${counted(count, 'activity', 'activities')} from Strava ${count === 1 ? 'is' : 'are'} left out: Strava has ${count === 1 ? 'it' : 'them'}, and sends you an archive of everything when you ask for it there.`,
  downloads: [
    { href: '/your-data/achilles-watch.json', text: 'Everything as JSON', of: null },
    { href: '/your-data/runs.csv', text: 'Activities as CSV', of: 'activities' },
    { href: '/your-data/check-ins.csv', text: 'Check-ins as CSV', of: 'checkIns' },
  ] as const,
  files: (count: number) =>
    count === 1
      ? 'The file you added, as it was, unpacked.'
      : `The ${count} files you added, as they were, unpacked; also those of deleted activities.`,
  filesPart: (part: number, parts: number, sizeBytes: number) =>
    `Files as ZIP${parts === 1 ? '' : `, ${part} of ${parts}`} (${formatMegabytes(sizeBytes)})`,
  units: 'In metres, seconds and AE-km; times are Unix seconds.',
  eraseTitle: 'Erase everything',
  erase:
    'Files, activities, check-ins, shoes, settings and all sessions are erased at once, here and in every other browser. It cannot be undone. Take along above what you want to keep.',
  eraseStrava:
    'What came from Strava goes, too, and Strava is told that this site no longer has access.',
  backups: 'Backups of the platform that the site runs on end within 30 days.',
  tick: 'Erase everything of mine',
  tickMissing: 'Tick this to erase.',
  action: 'Erase everything',
  erasedTitle: 'Everything is erased.',
  erased: (activities: number, files: number, checkIns: number) =>
    `${counted(activities, 'activity', 'activities')}, ${counted(files, 'file', 'files')}, ${counted(checkIns, 'check-in', 'check-ins')}, shoes, settings and every session.`,
  otherProfile: 'You are in the other profile of this browser now, which is as it was.',
  home: 'To the first page',
};
