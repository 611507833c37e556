/**
 * Mornings that get worse week by week: the median of seven days, stiffness or pain of the first steps, up three times in
 * a row. Told once in seven days. Clinical: the baseline must not drift.
 */
import type { CheckIn } from '../diary.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import { medianOf } from '../median.ts';
import { DRIFT_MIN_MORNINGS, DRIFT_RISES, WEEK_DAYS } from '../policy.ts';
import { spotsOf } from '../spots.ts';
import type { Flag } from './flag.ts';
import type { Rule } from './rule.ts';
import { symptomFlag } from './symptom-flag.ts';

const QUANTITIES = ['stiffness', 'firstStepsPain'] as const;

export const baselineDrift: Rule = {
  id: 'baseline-drift',
  judge({ diary }) {
    const spots = spotsOf(diary);
    return QUANTITIES.flatMap((quantity) => {
      let quietUntil: LocalDate | null = null;
      return diary.checkIns.flatMap(({ date }, index): Flag[] => {
        if (quietUntil !== null && date < quietUntil) return [];
        const medians = risingMedians(diary.checkIns, index, quantity);
        if (medians === null) return [];
        quietUntil = addDays(date, WEEK_DAYS);
        return [
          symptomFlag({
            rule: 'baseline-drift',
            date,
            level: 'above',
            quantity,
            observed: medians[DRIFT_RISES] as number,
            baseline: medians[0] as number,
            window: { from: addDays(date, 1 - (DRIFT_RISES + 1) * WEEK_DAYS), to: date },
            subject: spots[index] ?? null,
          }),
        ];
      });
    });
  },
};

/** Of the last four weeks up to the check-in at `last`, oldest first; `null` unless each is known well enough and above the one before. */
function risingMedians(
  checkIns: readonly CheckIn[],
  last: number,
  quantity: (typeof QUANTITIES)[number],
): number[] | null {
  const medians: number[] = [];
  let from = addDays((checkIns[last] as CheckIn).date, 1 - WEEK_DAYS);
  let at = last;
  for (let week = 0; week <= DRIFT_RISES; week += 1) {
    const said: number[] = [];
    for (; at >= 0 && (checkIns[at] as CheckIn).date >= from; at -= 1) {
      const value = (checkIns[at] as CheckIn)[quantity];
      if (value !== null) said.push(value);
    }
    if (said.length < DRIFT_MIN_MORNINGS) return null;
    const ofWeek = medianOf(said);
    if (week > 0 && ofWeek >= (medians[0] as number)) return null;
    medians.unshift(ofWeek);
    from = addDays(from, -WEEK_DAYS);
  }
  return medians;
}
