/**
 * Whether the tendon itself says to go on as planned, to hold, or to get care: from the diary up to the end of a day.
 * Outranks every number of load. `usual` means that nothing was said against running, never that nothing is wrong.
 */
import { type Diary, type TickedSign, WARNING_SIGNS, type WarningSign } from './diary.ts';
import type { LocalDate } from './local-date.ts';
import { STIFFER_MORNINGS_HOLD } from './policy.ts';
import { symptomsOn } from './symptoms.ts';

export type GuidanceReason =
  | { kind: 'sign'; sign: WarningSign; date: LocalDate }
  | { kind: 'stiffer-mornings'; mornings: number; date: LocalDate }
  | { kind: 'worse-next-day'; date: LocalDate }
  | { kind: 'pain-above-ceiling'; pain: number; ceiling: number; date: LocalDate };

export interface Guidance {
  kind: 'usual' | 'hold' | 'urgent';
  /** Of `urgent` the signs that are ticked, the most urgent first; `date` is the day on which the runner said so. */
  reasons: GuidanceReason[];
}

export function guidanceOn(diary: Diary, date: LocalDate): Guidance {
  const signs = diary.signs.filter((ticked) => holdsOn(ticked, date));
  if (signs.length > 0) {
    return {
      kind: 'urgent',
      reasons: [...signs]
        .sort((a, b) => WARNING_SIGNS.indexOf(a.sign) - WARNING_SIGNS.indexOf(b.sign))
        .map(({ sign, from }) => ({ kind: 'sign', sign, date: from })),
    };
  }
  const reasons = reasonsToHold(diary, date);
  return { kind: reasons.length > 0 ? 'hold' : 'usual', reasons };
}

/** A ticked sign holds from its day on, until the day on which it is unticked. */
export function holdsOn({ from, until }: TickedSign, date: LocalDate): boolean {
  return from <= date && (until === null || until > date);
}

function reasonsToHold(diary: Diary, date: LocalDate): GuidanceReason[] {
  const { nextDayResponse, stifferMornings, pain, isAboveCeiling } = symptomsOn(diary, date);
  const reasons: GuidanceReason[] = [];
  if (nextDayResponse?.response === 'worse') {
    reasons.push({ kind: 'worse-next-day', date: nextDayResponse.date });
  }
  const [newest] = stifferMornings;
  if (newest !== undefined && stifferMornings.length >= STIFFER_MORNINGS_HOLD) {
    const mornings = stifferMornings.length;
    reasons.push({ kind: 'stiffer-mornings', mornings, date: newest.date });
  }
  if (pain !== null && isAboveCeiling === true) {
    const { value, date: said } = pain;
    const ceiling = diary.profile.painCeiling;
    reasons.push({ kind: 'pain-above-ceiling', pain: value, ceiling, date: said });
  }
  return reasons;
}
