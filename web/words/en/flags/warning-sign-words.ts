/** The signs that are no matter of load: what they are, why they matter, what to do at once. */
import { WARNING_SIGNS, type WarningSign } from '../../../../src/analysis/diary.ts';
import type { Flag } from '../../../../src/analysis/flags/flag.ts';

export interface WarningSignWords {
  sign: string;
  meaning: string;
  action: string;
}

const RUPTURE = {
  meaning: 'This can mean a rupture.',
  action: 'Do not run. Get emergency care now.',
};

export const WARNING_SIGN_WORDS: Record<WarningSign, WarningSignWords> = {
  'sudden-pop': { sign: 'sudden pain or a pop at the back of the ankle', ...RUPTURE },
  'cannot-push-off': { sign: 'cannot push off or do a single-leg heel raise', ...RUPTURE },
  'swelling-or-gap': { sign: 'marked swelling, or a gap in the tendon', ...RUPTURE },
  'calf-swelling': {
    sign: 'calf swelling, warmth or redness',
    meaning: 'This can be a blood clot.',
    action: 'Do not run. Get medical care today, without waiting.',
  },
  'breathless-or-chest-pain': {
    sign: 'breathlessness or chest pain',
    meaning: 'This is an emergency whatever the cause.',
    action: 'Do not run. Call the emergency number now.',
  },
  'fever-hot-skin': {
    sign: 'fever with hot, red skin',
    meaning: 'This can be an infection.',
    action: 'Do not run. Get medical care today, without waiting.',
  },
  fluoroquinolone: {
    sign: 'tendon pain while taking fluoroquinolone antibiotics',
    meaning: 'These antibiotics can harm tendons.',
    action: 'Do not run. Ask a doctor promptly, before the next dose.',
  },
};

export function warningSignOf({ subject }: Flag): WarningSign {
  const sign = WARNING_SIGNS.find((known) => known === subject);
  if (sign === undefined) throw new Error(`${subject} is no warning sign`);
  return sign;
}
