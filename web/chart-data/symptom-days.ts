/** The days of the symptom strip that fall into some periods, with what was said of each and the shoe that was new. */
import { addDays, type LocalDate } from '../../src/analysis/local-date.ts';
import type { SymptomDay } from '../../src/analysis/symptom-strip.ts';
import type { ChartData } from './chart-data.ts';
import type { Period } from './period.ts';

export interface SaidDay {
  date: LocalDate;
  /** `null`: no check-in, only a shoe. */
  said: SymptomDay | null;
  shoe: string | null;
}

/** Oldest first; days without a word and without a new shoe are left out. */
export function saidDays(
  { symptoms }: Pick<ChartData, 'symptoms'>,
  from: LocalDate,
  to: LocalDate,
): SaidDay[] {
  if (symptoms === null) return [];
  const shoes = new Map(symptoms.shoeChanges.map(({ date, name }) => [date, name]));
  return symptoms.days.flatMap((said, index) => {
    const date = addDays(symptoms.firstDate, index);
    const shoe = shoes.get(date) ?? null;
    const isAsked = date >= from && date <= to && (said !== null || shoe !== null);
    return isAsked ? [{ date, said, shoe }] : [];
  });
}

/** Whether anything was ever said that a chart could draw. */
export const hasSymptoms = ({ symptoms, months }: ChartData): boolean =>
  symptoms !== null || (months ?? []).some((month: Period) => month.symptoms !== null);
