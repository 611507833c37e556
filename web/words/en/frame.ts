/** Words of the frame around every page, and of the pages without data. */
export const PRODUCT = 'Achilles Watch';

export const FRAME = {
  skip: 'Skip to content',
  urgentLink: 'Sudden pop or sharp pain?',
  footer: 'General education, not medical advice.',
  navLabel: 'Main',
  tabs: { week: 'Week', checkIn: 'Check-in', plan: 'Plan', runs: 'Runs', more: 'More' },
  keptView: (when: string) =>
    `Offline. This is the page as it was on ${when}; nothing newer is in it.`,
  demoBanner: 'Demo runner. Not your data.',
  demoLeave: 'Use your own files',
  description:
    'See when your running jumps more than your Achilles is used to: weekly volume, hills, speed and Achilles load against your own usual range.',
};

export const LANDING = {
  headline: 'See when your running jumps more than your Achilles is used to.',
  lead: 'Add the files your watch records. You see distance, hills and fast running apart, each against your own usual week, with every jump explained.',
  demo: 'Try with demo data',
  demoHint: 'No account. Nothing is saved.',
  setAsideLink: 'See the runs',
  orStrava: 'Or let your runs come in by themselves:',
  example: {
    label: 'An example',
    level: 'Above usual',
    title: 'Longest run in 30 days, by 29%',
    because: 'Thu 7 May: 14.2 km. Longest in the 30 days before: 11.0 km on 19 Apr (+29%).',
    advice: 'Keep the next runs at 11.0 km or less; no second long run this week.',
    evidence: 'Evidence: large study of runners, not Achilles-only',
  },
  points: [
    {
      title: 'Hills and speed, not only kilometres',
      text: 'Climb and fast running load the tendon most. They get their own charts and their own usual range.',
    },
    {
      title: 'Jumps, with their arithmetic',
      text: 'Every flag shows its numbers, what to do, and how strong the evidence is.',
    },
    {
      title: 'Yours',
      text: 'Files go to this site alone. There is no score and no ranking.',
    },
  ],
};

/** Why runs that are here count nowhere, a sentence for each reason that some have. */
const SET_ASIDE = {
  'wrong-clock': (runs: string) =>
    `${runs} kept but set aside: the clock of the watch was wrong, so nobody can tell on which day that was.`,
  excluded: (runs: string) => `${runs} left out, as you said.`,
  'not-analysed': (runs: string) => `${runs} from Strava, of which this site counts none.`,
};

/** `runs`: how many, by reason. */
export function setAsideLines(runs: Record<keyof typeof SET_ASIDE, number>): string[] {
  const reasons = Object.keys(SET_ASIDE) as (keyof typeof SET_ASIDE)[];
  return reasons
    .filter((reason) => runs[reason] > 0)
    .map((reason) =>
      SET_ASIDE[reason](runs[reason] === 1 ? '1 run is' : `${runs[reason]} runs are`),
    );
}

export const URGENT = {
  title: 'Sudden pop or sharp pain?',
  now: {
    level: 'Get emergency care now',
    lead: 'Do not run. Any of these at the back of the ankle can mean a torn Achilles tendon:',
    signs: [
      'a sudden pop, snap or sharp pain, as if kicked',
      'you cannot push off, or cannot do a single-leg heel raise',
      'marked swelling, a gap, or a changed shape of the tendon',
    ],
  },
  number: {
    level: 'Call your emergency number',
    lead: 'A clot or an infection is possible with:',
    signs: [
      'breathlessness or chest pain: call at once',
      'a calf that is swollen, warm and red: be seen today',
      'fever with hot, red skin: be seen today',
    ],
  },
  ask: {
    level: 'Ask a doctor or pharmacist before the next run',
    lead: 'Tendon pain while taking, or soon after, a fluoroquinolone antibiotic (their names end in “-floxacin”).',
  },
  soon: {
    level: 'See a sports-medicine professional',
    lead: 'Achilles pain that:',
    signs: [
      'lasts more than two weeks, or is getting worse',
      'comes back whenever training builds',
      'limits walking or stairs',
    ],
  },
};

export const MORE = {
  title: 'More',
  add: { title: 'Add files', text: 'FIT, GPX, TCX, or a whole Strava or Garmin export.' },
  strava: { title: 'Strava', text: 'Connect, see where it stands, disconnect.' },
  shoes: { title: 'Shoes', text: 'Model, drop, heel lift, and the distance each has run.' },
  flare: {
    title: 'Before a flare',
    text: 'What was flagged in the six weeks before a day that hurt.',
  },
  settings: {
    title: 'Settings',
    text: 'Units, weeks, time zone, your fast pace, colours.',
  },
  urgent: { title: 'When to get help', text: 'The signs that are no matter of training.' },
};

export const OFFLINE = {
  title: 'You are offline.',
  detail:
    'This page needs the network. A check-in does not: it is kept on this phone and sent later.',
  checkIn: 'Check in',
};

export const NOT_FOUND = {
  title: 'This page does not exist.',
  detail:
    'The address may be mistyped, or the run was removed. Your runs and settings are as they were.',
  action: 'Go to your week',
};

export const FAILURE = {
  title: 'Something went wrong here.',
  detail: 'The page could not be shown. Your runs and settings are kept.',
  action: 'Try again',
};
