/**
 * Pain above the ceiling or morning stiffness, logged over two weeks without three days of quiet: time for a professional.
 * Told once in two weeks while it lasts. Stiffness of 1 in 10, or of a few minutes, is what many mornings are like: a note
 * every fortnight about that would be read no more. Clinical.
 */
import type { CheckIn } from '../diary.ts';
import { addDays, daysBetween, type LocalDate } from '../local-date.ts';
import { PERSISTENT_DAYS, STIFFER_MIN, STIFFER_POINTS, SYMPTOM_DAYS } from '../policy.ts';
import { spotsOf } from '../spots.ts';
import { worstPain } from '../worst-pain.ts';
import type { Flag } from './flag.ts';
import type { Rule } from './rule.ts';
import { symptomFlag } from './symptom-flag.ts';

export const persistentSymptoms: Rule = {
  id: 'persistent-symptoms',
  judge({ diary }) {
    const { checkIns, profile } = diary;
    const spots = spotsOf(diary);
    let since: LocalDate | null = null;
    let last: LocalDate | null = null;
    let quietUntil: LocalDate | null = null;
    return checkIns.flatMap((checkIn, index): Flag[] => {
      const { date } = checkIn;
      if (!hasSymptoms(checkIn, profile.painCeiling)) return [];
      if (last === null || since === null || daysBetween(last, date) > SYMPTOM_DAYS) since = date;
      last = date;
      const days = daysBetween(since, date) + 1;
      if (days < PERSISTENT_DAYS || (quietUntil !== null && date < quietUntil)) return [];
      quietUntil = addDays(date, PERSISTENT_DAYS);
      return [
        symptomFlag({
          rule: 'persistent-symptoms',
          date,
          level: 'note',
          quantity: 'symptomDays',
          observed: days,
          threshold: PERSISTENT_DAYS,
          window: { from: since, to: date },
          subject: spots[index] ?? null,
        }),
      ];
    });
  },
};

function hasSymptoms(checkIn: CheckIn, painCeiling: number): boolean {
  const { stiffness, stiffnessMin } = checkIn;
  return (
    (stiffness ?? 0) >= STIFFER_POINTS ||
    (stiffnessMin ?? 0) >= STIFFER_MIN ||
    (worstPain(checkIn) ?? 0) > painCeiling
  );
}
