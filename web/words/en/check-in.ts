/** Words of the check-in form. What was said never reads as "no symptoms": an answer left out is "not said". */
import type { WarningSign } from '../../../src/analysis/diary.ts';
import type { LocalDate } from '../../../src/analysis/local-date.ts';
import {
  formatRunDistance,
  formatWeekday,
  formatWeekdayDay,
  formatWeekdayDayYear,
  type Units,
} from '../../format.ts';

export const CHECK_IN = {
  title: 'Check-in',
  first: 'Half a minute a day. Leave out what you do not know.',
  demo: 'In the demo nothing is saved.',
  demoLeave: 'Start your own check-in',
  missed: 'Missed:',
  add: 'add',
  missedHint: 'Days without an answer stay gaps: they never count as “no symptoms”.',
  edited: 'Changed after it was first logged.',
  dayNav: 'Day',
  dayBefore: 'The day before',
  dayAfter: 'The day after',
  today: 'today',
  notSaid: 'not said',
  save: 'Log it',
  undo: 'Undo',
  offline: 'You are offline. What you log is kept on this phone and sent later.',
  morning: {
    title: 'Morning',
    stiffness: { label: 'Stiffness on waking', hint: '0 none, 10 the worst you can think of' },
    stiffnessMin: {
      label: 'Minutes until it was gone',
      other: 'Other number of minutes',
      unit: 'min',
    },
    firstStepsPain: { label: 'Pain of the first steps', hint: '0 none, 10 the worst' },
    nextDayResponse: { better: 'Better', same: 'Same', worse: 'Worse' },
    response: (date: LocalDate | null, distanceM: number | null, units: Units) =>
      `The tendon after ${date === null ? 'your last run' : runName(date, distanceM, units)}`,
    responseHint: 'Against the morning before that run.',
  },
  place: {
    unknown: 'Which side, and where?',
    as: (place: string) => `Where: ${place}`,
    side: 'Side',
    sides: { left: 'Left', right: 'Right', both: 'Both' },
    spot: 'Where it hurts',
    spots: {
      'mid-portion': 'Mid-tendon',
      'heel-bone': 'At the heel bone',
      elsewhere: 'Elsewhere',
      unsure: 'Not sure',
    },
    remembered: 'As you said last time; logged with your first answer above 0.',
  },
  run: {
    title: 'After the run',
    of: (distanceM: number, units: Units) => `${formatRunDistance(distanceM, units)} on this day.`,
    painDuring: { label: 'Worst pain during', hint: '0 none, 10 the worst' },
    painAfter: { label: 'Worst pain after', hint: '0 none, 10 the worst' },
    restDay: 'Ran on this day? Pain during and after',
  },
  weekly: {
    title: 'Once a week: single-leg heel raises',
    later: 'Count heel raises again',
    hint: 'Slow, full height, until you can do no more. Stop if it hurts sharply.',
    left: 'Left',
    right: 'Right',
  },
  strengthening: {
    title: 'Calf strengthening',
    options: {
      'heavy-slow': 'Heavy, slow',
      eccentric: 'Eccentric',
      isometric: 'Isometric',
      none: 'None',
    },
  },
  more: {
    title: 'Hop test, other sport, shoes, note',
    hop: 'Hop on one leg',
    hops: { comfortable: 'Comfortable', painful: 'Painful' },
    sport: 'Other sport that no file tells of',
    noSport: 'None',
    minutes: 'Minutes',
    score: 'Score your clinician gave you, 0–100',
    note: 'Note',
    shoes: 'New shoes, another drop, a heel lift?',
    shoesLink: 'Say so under Shoes',
  },
  signs: {
    title: 'Any of these? Get care first.',
    urgency: {
      emergency: 'Emergency',
      today: 'Medical care today',
      promptly: 'Ask a doctor promptly',
    },
    /** Short enough for two beside each other on a phone. */
    short: {
      'sudden-pop': 'Sudden pain or pop behind the ankle',
      'cannot-push-off': 'Cannot push off or rise on one leg',
      'swelling-or-gap': 'Marked swelling, or a gap',
      'breathless-or-chest-pain': 'Breathless, or chest pain',
      'calf-swelling': 'Calf swollen, warm or red',
      'fever-hot-skin': 'Fever with hot, red skin',
      fluoroquinolone: 'Tendon pain while taking fluoroquinolone antibiotics',
    } satisfies Record<WarningSign, string>,
    help: 'When to get help',
    over: (sign: string) => `“${sign}”: is this over?`,
    yesOver: 'Yes, it is over',
    no: 'No, keep it',
    urgent: 'Do not run. Get care first.',
  },
};

/** Names of the FIT profile, the likely ones first. */
export const OTHER_SPORTS: Readonly<Record<string, string>> = {
  cycling: 'Cycling',
  walking: 'Walking',
  hiking: 'Hiking',
  swimming: 'Swimming',
  training: 'Gym',
  rowing: 'Rowing',
  soccer: 'Football',
  tennis: 'Tennis',
  badminton: 'Badminton',
  padel: 'Padel',
  squash: 'Squash',
  basketball: 'Basketball',
  volleyball: 'Volleyball',
  hockey: 'Hockey',
  rugby: 'Rugby',
  jumpRope: 'Skipping',
  crossCountrySkiing: 'Cross-country skiing',
};

/** `Tuesday’s 12.1 km`. */
export function runName(date: LocalDate, distanceM: number | null, units: Units): string {
  const what = distanceM === null ? 'run' : formatRunDistance(distanceM, units);
  return `${formatWeekday(date)}’s ${what}`;
}

/** `Fri 20 Nov, today`, with the year when it is not this one. */
export function dayName(date: LocalDate, today: LocalDate): string {
  if (date === today) return `${formatWeekdayDay(date)}, ${CHECK_IN.today}`;
  const isThisYear = date.slice(0, 4) === today.slice(0, 4);
  return isThisYear ? formatWeekdayDay(date) : formatWeekdayDayYear(date);
}

/** `left, mid-tendon`; `null` where neither was said. */
export function placeName(
  side: keyof typeof CHECK_IN.place.sides | null,
  spot: keyof typeof CHECK_IN.place.spots | null,
): string | null {
  const { sides, spots } = CHECK_IN.place;
  const parts = [side && sides[side], spot && spots[spot]].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ').toLowerCase();
}
