/**
 * One morning against the runner's own normal: the median of what was said of the 14 days before. Points (0–10) and
 * minutes of stiffness are judged apart; either makes a morning stiffer.
 */
import type { CheckIn } from './diary.ts';
import { addDays, type LocalDate } from './local-date.ts';
import { medianOf } from './median.ts';
import {
  STIFFER_MIN,
  STIFFER_POINTS,
  STIFFNESS_BASELINE_DAYS,
  STIFFNESS_BASELINE_MIN_MORNINGS,
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
