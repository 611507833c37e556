/** What the tendon itself says, before any number of load: hold, or get care. Never a diagnosis. */
import type { Guidance, GuidanceReason } from '../../../src/analysis/dashboard-view.ts';
import type { LocalDate } from '../../../src/analysis/local-date.ts';
import { formatDayNear, formatNumber } from '../../format.ts';
import { WARNING_SIGN_WORDS } from './flags/warning-sign-words.ts';
import { capitalised } from './levels.ts';

export interface GuidanceWords {
  headline: string;
  /** What to do. */
  advice: string;
  /** Each a sentence. */
  reasons: string[];
}

export const GUIDANCE = {
  checkIn: 'Check in',
  plan: 'Plan the next run',
  changeSigns: 'Change what is ticked',
  urgent: 'When to get help',
};

/** `null` where the tendon says nothing against running. */
export function guidanceWords({ kind, reasons }: Guidance, today: LocalDate): GuidanceWords | null {
  switch (kind) {
    case 'urgent':
      return {
        headline: 'Do not run. Get care first.',
        advice: 'This outranks every number.',
        reasons: reasons.map((reason) => reasonWords(reason, today)),
      };
    case 'hold':
      return {
        headline: 'Hold: flat, easy, short.',
        advice: 'How your tendon feels outranks the load. Look again tomorrow morning.',
        reasons: reasons.map((reason) => reasonWords(reason, today)),
      };
    case 'usual':
      return null;
  }
}

function reasonWords(reason: GuidanceReason, today: LocalDate): string {
  const day = formatDayNear(reason.date, today);
  switch (reason.kind) {
    case 'sign': {
      const { sign, action } = WARNING_SIGN_WORDS[reason.sign];
      return `${capitalised(sign)}, ticked on ${day}. ${action.replace('Do not run. ', '')}`;
    }
    case 'worse-next-day':
      return `“Worse” the morning after, on ${day}.`;
    case 'stiffer-mornings':
      return `Stiffer than your normal on ${reason.mornings} mornings up to ${day}.`;
    case 'pain-above-ceiling':
      return `Pain ${formatNumber(reason.pain)} of 10 on ${day}; your ceiling is ${formatNumber(reason.ceiling)}.`;
  }
}
