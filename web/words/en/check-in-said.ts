/**
 * What the page answers to what was just said: inside or outside the usual guide for pain, the symmetry of heel raises,
 * what a ticked sign asks for. The guide is the runner's own ceiling. Never a diagnosis, never "improved".
 */
import type { CheckIn, WarningSign } from '../../../src/analysis/diary.ts';
import { HEEL_RAISE_SYMMETRY, PAIN_CEILING } from '../../../src/analysis/policy.ts';
import { formatShare } from '../../format.ts';
import { CHECK_IN } from './check-in.ts';
import { WARNING_SIGN_WORDS } from './flags/warning-sign-words.ts';

export const SAID = {
  logged: 'Logged.',
  saved: 'Saved.',
  saving: 'Saving…',
  undone: 'Undone.',
  kept: 'Saved on this phone; will be sent when you are online.',
  refused: 'This could not be saved. Check the number, or reload the page.',
  cannotKeep: 'This browser keeps nothing by itself: press “Log it” at the end.',
  nothing: 'Nothing said yet.',
};

/** The signs that ask for an emergency come first; see model of the check-in. */
export const SIGNS_BY_URGENCY = {
  emergency: ['sudden-pop', 'cannot-push-off', 'swelling-or-gap', 'breathless-or-chest-pain'],
  today: ['calf-swelling', 'fever-hot-skin'],
  promptly: ['fluoroquinolone'],
} as const satisfies Record<string, readonly WarningSign[]>;

/** What to do beside not running, and why: the most urgent first, each said once. */
export function signAdvice(signs: readonly WarningSign[]): string[] {
  const ordered = Object.values(SIGNS_BY_URGENCY)
    .flat()
    .filter((sign) => signs.includes(sign));
  const lines = ordered.map((sign) => {
    const { meaning, action } = WARNING_SIGN_WORDS[sign];
    return `${action.replace('Do not run. ', '')} ${meaning}`;
  });
  return [...new Set(lines)];
}

export type Felt = Pick<
  CheckIn,
  'stiffness' | 'firstStepsPain' | 'painDuring' | 'painAfter' | 'nextDayResponse'
>;

export interface Guide {
  /** 0–10. */
  ceiling: number;
  /** Worst pain during and after the run that the morning's answer is about. */
  lastRunPain: number | null;
}

/** After what was just logged: signs outrank every number. */
export function answerWords(
  said: Felt,
  signs: readonly WarningSign[],
  guide: Guide,
): string | null {
  return signs.length > 0 ? CHECK_IN.signs.urgent : feltWords(said, guide);
}

/**
 * `2/10 and back to normal within a day: inside the usual guide (3/10 or less).`; `null` where nothing of it was said. Of
 * a run of the day itself only the next morning can tell.
 */
export function feltWords(said: Felt, { ceiling, lastRunPain }: Guide): string | null {
  const ofToday = worst([said.painDuring, said.painAfter]);
  const response = said.nextDayResponse;
  const pain = worst([said.firstStepsPain, ofToday, response === null ? null : lastRunPain]);
  if (pain === null) {
    if (response === 'worse') return `Worse than before the run: ${HOLD}`;
    return said.stiffness === null
      ? null
      : `Stiffness ${said.stiffness}/10, to be compared with your own mornings.`;
  }
  if (pain > ceiling) return `${pain}/10 is above ${guideName(ceiling)}: ${HOLD}`;
  if (response === 'worse') return `${pain}/10, and worse than before the run: ${HOLD}`;
  if (ofToday !== null)
    return `${pain}/10: inside ${guideName(ceiling)}. Tomorrow morning decides.`;
  return response === null
    ? `${pain}/10: inside ${guideName(ceiling)}.`
    : `${pain}/10 and back to normal within a day: inside ${guideName(ceiling)}.`;
}

function worst(pains: readonly (number | null)[]): number | null {
  const known = pains.filter((pain) => pain !== null);
  return known.length === 0 ? null : Math.max(...known);
}

const HOLD = 'hold. Flat, easy, short; look again tomorrow morning.';

const guideName = (ceiling: number): string =>
  ceiling > PAIN_CEILING
    ? `the limit agreed with your clinician (${ceiling}/10 or less)`
    : `the usual guide (${ceiling}/10 or less)`;

/** `null` until both sides are counted. */
export function symmetryWords(left: number | null, right: number | null): string | null {
  if (left === null || right === null) return null;
  const stronger = Math.max(left, right);
  if (stronger === 0) return 'None on either side. If you cannot do one, look at the signs above.';
  const share = Math.min(left, right) / stronger;
  const sides = left === right ? 'Both sides the same.' : weaker(left < right, share);
  return `${sides} A common aim is about ${formatShare(HEEL_RAISE_SYMMETRY)}. Single counts vary: look at the row of weeks.`;
}

const weaker = (isLeft: boolean, share: number): string =>
  `${isLeft ? 'Left' : 'Right'} is at ${formatShare(share)} of the other side.`;
