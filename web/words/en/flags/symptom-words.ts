/** How the tendon feels, as the runner said it. Numbers of ten, days, advice; never a diagnosis. */
import { SPOTS } from '../../../../src/analysis/diary.ts';
import type { Flag } from '../../../../src/analysis/flags/flag.ts';
import { formatDay, formatNumber, formatWeekday, formatWeekdayDay } from '../../../format.ts';
import { capitalised, listed, risenNames } from '../levels.ts';
import type { RuleWords } from './rule-words.ts';
import { WARNING_SIGN_WORDS, warningSignOf } from './warning-sign-words.ts';

/** What to leave out first, by where it hurts: a hint for training, which is all it is. */
function triggersFirst({ subject }: Flag): string {
  switch (SPOTS.find((spot) => spot === subject)) {
    case 'heel-bone':
      return 'Leave out hills and deep calf stretches (heel low, toes high) first, then fast running.';
    case 'mid-portion':
      return 'Leave out fast running first, then hills.';
    default:
      return 'Leave out hills and fast running.';
  }
}

const HOLD = 'Hold or reduce: flat, easy, short.';

const morningAmount = (value: number, { quantity }: Flag): string =>
  quantity === 'stiffnessMin' ? `${formatNumber(value)} min` : `${formatNumber(value)} of 10`;

export const stiffnessRiseWords: RuleWords = {
  title: ({ parts }) => `Stiffer than your normal on ${parts.length} mornings`,
  because: (flag) =>
    `${formatWeekdayDay(flag.date)}: stiffness ${morningAmount(flag.observed, flag)}. Median of the 14 days before: ${morningAmount(flag.baseline ?? 0, flag)}.`,
  advice: (flag) => `${HOLD} ${triggersFirst(flag)} Look again tomorrow morning.`,
};

export const nextDayFlareWords: RuleWords = {
  title: (flag) =>
    flag.runs.length === 0
      ? 'Worse in the morning'
      : `Worse the morning after ${formatWeekday(flag.window.from)}’s run`,
  because(flag) {
    const risen = risenNames(flag.parts.map(({ quantity }) => quantity));
    const said = `You said “worse” on ${formatWeekdayDay(flag.date)}.`;
    return risen.length === 0
      ? said
      : `${said} Flagged of ${formatWeekday(flag.window.from)}: ${listed(risen)}.`;
  },
  advice: (flag) =>
    `${flag.runs.length === 0 ? 'Do not test it.' : 'Reduce that trigger; do not test it.'} ${triggersFirst(flag)}`,
};

export const painAboveCeilingWords: RuleWords = {
  title: ({ level, observed }) =>
    level === 'note'
      ? `Pain ${formatNumber(observed)} of 10`
      : `Pain ${formatNumber(observed)} of 10, above your ceiling`,
  because: (flag) =>
    `${formatWeekdayDay(flag.date)}: worst pain of the day ${formatNumber(flag.observed)} of 10. ${
      flag.level === 'note' ? 'Worth watching above' : 'Your ceiling:'
    } ${formatNumber(flag.threshold ?? 0)}.`,
  advice: (flag) =>
    flag.level === 'note'
      ? 'Change nothing upwards; see that it is back to your normal tomorrow morning.'
      : `${HOLD} ${triggersFirst(flag)} Look again tomorrow morning.`,
};

export const baselineDriftWords: RuleWords = {
  title: ({ quantity }) =>
    quantity === 'stiffness'
      ? 'Mornings stiffer week by week'
      : 'First steps more painful week by week',
  because: (flag) =>
    `${flag.quantity === 'stiffness' ? 'Stiffness' : 'Pain of the first steps'}, median of 7 days: ${morningAmount(flag.observed, flag)} to ${formatDay(flag.date)}, ${morningAmount(flag.baseline ?? 0, flag)} three weeks before, up each week.`,
  advice: (flag) => `Reduce for a week instead of adding. ${triggersFirst(flag)}`,
};

export const capacityGapWords: RuleWords = {
  title: ({ subject }) => `Fewer heel raises on the ${subject}`,
  because: ({ date, subject, observed, baseline }) =>
    `${formatWeekdayDay(date)}: ${formatNumber(observed)} on the ${subject}, ${formatNumber(baseline ?? 0)} on the other side. A common aim is nine in ten.`,
  advice: () => 'Keep up calf strengthening, and count again in a week; single counts vary.',
};

export const persistentSymptomsWords: RuleWords = {
  title: () => 'Symptoms logged for two weeks or more',
  because: ({ observed, window }) =>
    `Stiffness, or pain above your ceiling, over ${formatNumber(observed)} days: ${formatDay(window.from)} to ${formatDay(window.to)}.`,
  advice: () => 'See a sports-medicine professional.',
};

export const urgentSignsWords: RuleWords = {
  title: (flag) => capitalised(WARNING_SIGN_WORDS[warningSignOf(flag)].sign),
  because: (flag) =>
    `Ticked on ${formatWeekdayDay(flag.date)}. ${WARNING_SIGN_WORDS[warningSignOf(flag)].meaning}`,
  advice: (flag) => WARNING_SIGN_WORDS[warningSignOf(flag)].action,
};
