/**
 * What the diary says of the tendon at the end of a day, from the check-ins of that day and of those before it. The last
 * word on each thing stands for three days, so that a missed check-in does not end a symptom. `null` is "not said", and
 * never "none": compare a symptom with `true`, not with its absence.
 */
import { countUpTo } from './count-up-to.ts';
import type { CheckIn, Diary, NextDayResponse } from './diary.ts';
import { daysBetween, type LocalDate } from './local-date.ts';
import { PAIN_NOTICED, SYMPTOM_DAYS } from './policy.ts';
import type { StifferMorning } from './stiffer-morning.ts';
import { stifferRow } from './stiffer-row.ts';
import { worstPain } from './worst-pain.ts';

export interface Symptoms {
  /** The worst of first steps, during and after runs, on the last day that any was said, 0–10. */
  pain: { value: number; date: LocalDate } | null;
  /** Pain above 2, and above the runner's ceiling; `null`: no pain was said. */
  hasPain: boolean | null;
  isAboveCeiling: boolean | null;
  /** The last morning was stiffer than the runner's normal; `null`: not said, or too few mornings to know what is normal. */
  isStiffer: boolean | null;
  /** Stiffer mornings in a row up to the last one, newest first; empty unless `isStiffer`. */
  stifferMornings: readonly StifferMorning[];
  nextDayResponse: { response: NextDayResponse; date: LocalDate } | null;
  /** Pain above 2, a stiffer morning or "worse"; `null` while none of it was said. */
  isSymptomatic: boolean | null;
}

export function symptomsOn(diary: Diary, date: LocalDate): Symptoms {
  const { checkIns, profile } = diary;
  const end = countUpTo(checkIns, date);
  const recent = withinDays(checkIns, end, date);
  const painful = recent.find((checkIn) => worstPain(checkIn) !== null);
  const pain = painful && { value: worstPain(painful) as number, date: painful.date };
  const answered = recent.find(({ nextDayResponse }) => nextDayResponse !== null);
  const response = answered?.nextDayResponse ?? null;
  const row = stifferRow(checkIns, end, date);
  const hasPain = pain === undefined ? null : pain.value > PAIN_NOTICED;
  const isStiffer = row === null ? null : row.length > 0;
  const isWorse = response === null ? null : response === 'worse';
  return {
    pain: pain ?? null,
    hasPain,
    isAboveCeiling: pain === undefined ? null : pain.value > profile.painCeiling,
    isStiffer,
    stifferMornings: row ?? [],
    nextDayResponse: response && answered ? { response, date: answered.date } : null,
    isSymptomatic: anyOf([hasPain, isStiffer, isWorse]),
  };
}

/** Newest first. */
function withinDays(checkIns: readonly CheckIn[], end: number, date: LocalDate): CheckIn[] {
  let first = end;
  while (first > 0 && daysBetween((checkIns[first - 1] as CheckIn).date, date) < SYMPTOM_DAYS) {
    first -= 1;
  }
  return checkIns.slice(first, end).reverse();
}

/** True where one is; `null` where none was said. */
function anyOf(symptoms: readonly (boolean | null)[]): boolean | null {
  if (symptoms.includes(true)) return true;
  return symptoms.includes(false) ? false : null;
}
