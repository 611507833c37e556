/**
 * What the diary says of the tendon at the end of a day, from the check-ins of that day and of those before it. The last
 * word on each thing stands for three days, so that a missed check-in does not end a symptom. `null` is "not said", and
 * never "none": compare a symptom with `true`, not with its absence.
 */
import type { CheckIn, Diary, NextDayResponse } from './diary.ts';
import { addDays, daysBetween, type LocalDate } from './local-date.ts';
import {
  MORNING_ROW_GAP_DAYS,
  PAIN_NOTICED,
  STIFFER_MIN,
  STIFFER_POINTS,
  STIFFNESS_BASELINE_DAYS,
  STIFFNESS_BASELINE_MIN_MORNINGS,
  SYMPTOM_DAYS,
} from './policy.ts';

/** One thing said of mornings against the median of the 14 days before, in points (0–10) or minutes. */
export interface MorningRise {
  quantity: 'stiffness' | 'stiffnessMin';
  value: number;
  median: number;
}

export interface StifferMorning {
  date: LocalDate;
  /** Against what the runner is used to; `null` when the morning is not stiffer. The points, where both have risen. */
  rise: MorningRise | null;
}

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

/** The worst pain of a day; `null`: not said. */
export function worstPain(checkIn: CheckIn): number | null {
  const { firstStepsPain, painDuring, painAfter } = checkIn;
  const said = [firstStepsPain, painDuring, painAfter].filter((pain) => pain !== null);
  return said.length === 0 ? null : Math.max(...said);
}

/** How many check-ins, oldest first, lie on `date` or before. */
export function countUpTo(checkIns: readonly CheckIn[], date: LocalDate): number {
  let [low, high] = [0, checkIns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((checkIns[middle] as CheckIn).date <= date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The morning of the check-in at `index` against the 14 days before; `null` when nothing was said of stiffness, or too little is known of
 * those days.
 */
export function stifferMorning(checkIns: readonly CheckIn[], index: number): StifferMorning | null {
  const { date, stiffness, stiffnessMin } = checkIns[index] as CheckIn;
  const points = againstMedian(checkIns, index, 'stiffness', stiffness);
  const minutes = againstMedian(checkIns, index, 'stiffnessMin', stiffnessMin);
  if (points === null && minutes === null) return null;
  const risen = [points, minutes].find(
    (rise) =>
      rise !== null &&
      rise.value - rise.median >= (rise.quantity === 'stiffness' ? STIFFER_POINTS : STIFFER_MIN),
  );
  return { date, rise: risen ?? null };
}

function againstMedian(
  checkIns: readonly CheckIn[],
  index: number,
  quantity: MorningRise['quantity'],
  value: number | null,
): MorningRise | null {
  if (value === null) return null;
  const from = addDays((checkIns[index] as CheckIn).date, -STIFFNESS_BASELINE_DAYS);
  const before: number[] = [];
  for (let at = index - 1; at >= 0 && (checkIns[at] as CheckIn).date >= from; at -= 1) {
    const said = (checkIns[at] as CheckIn)[quantity];
    if (said !== null) before.push(said);
  }
  if (before.length < STIFFNESS_BASELINE_MIN_MORNINGS) return null;
  return { quantity, value, median: medianOf(before) };
}

export function medianOf(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  const upper = ascending.length >> 1;
  const lower = (ascending.length - 1) >> 1;
  return ((ascending[lower] as number) + (ascending[upper] as number)) / 2;
}

/** Newest first; `null` when the last word on mornings is too old or cannot be judged. */
function stifferRow(
  checkIns: readonly CheckIn[],
  end: number,
  date: LocalDate,
): StifferMorning[] | null {
  const row: StifferMorning[] = [];
  let [next, isKnown] = [date, false];
  for (let at = end - 1; at >= 0; at -= 1) {
    const checkIn = checkIns[at] as CheckIn;
    const reach = isKnown ? MORNING_ROW_GAP_DAYS : SYMPTOM_DAYS - 1;
    if (daysBetween(checkIn.date, next) > reach) break;
    if (checkIn.stiffness === null && checkIn.stiffnessMin === null) continue;
    const morning = stifferMorning(checkIns, at);
    if (morning === null) break;
    isKnown = true;
    if (morning.rise === null) break;
    row.push(morning);
    next = checkIn.date;
  }
  return isKnown ? row : null;
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
