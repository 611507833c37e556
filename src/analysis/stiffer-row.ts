/**
 * Stiffer mornings in a row. A morning without a word neither goes on with a row nor ends it; two do end it, and so does a
 * morning that was not stiffer.
 */
import type { CheckIn } from './diary.ts';
import { daysBetween, type LocalDate } from './local-date.ts';
import { MORNING_ROW_GAP_DAYS, SYMPTOM_DAYS } from './policy.ts';
import { type StifferMorning, stifferMorning } from './stiffer-morning.ts';

/**
 * The row up to `date`, newest first, from the first `end` check-ins; empty when the last morning was not stiffer, `null` when the last word on
 * mornings is too old or cannot be judged.
 */
export function stifferRow(
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
