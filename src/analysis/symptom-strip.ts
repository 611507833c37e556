/** Day by day what the runner said, for drawing under the load: a day without a word is `null`, and never a day without symptoms. */
import { countUpTo } from './count-up-to.ts';
import type { Diary, NextDayResponse } from './diary.ts';
import type { JudgedRun } from './judged-run.ts';
import { daysBetween, type LocalDate } from './local-date.ts';
import { stifferMorning } from './stiffer-morning.ts';
import { worstPain } from './worst-pain.ts';

export interface SymptomDay {
  /** 0–10. */
  stiffness: number | null;
  /** Minutes. */
  stiffnessMin: number | null;
  /** Stiffer than the runner's normal; also false where that is not known. */
  isStiffer: boolean;
  /** The worst of first steps, during and after runs, 0–10. */
  pain: number | null;
  nextDayResponse: NextDayResponse | null;
  /** Whether calf strengthening was done; `null`: not said. */
  didStrengthen: boolean | null;
  isEdited: boolean;
}

export interface SymptomStrip {
  firstDate: LocalDate;
  /** One for each day from `firstDate` on. */
  days: (SymptomDay | null)[];
  /** Single-leg heel raises of the days on which both sides were counted, oldest first. */
  heelRaises: { date: LocalDate; left: number; right: number }[];
  /** Days on which a run was the first in another shoe than the run before it. */
  shoeChanges: { date: LocalDate; name: string }[];
}

/** From `first` to `last`, both included. `runs` in order of their days. */
export function symptomStrip(
  { checkIns }: Diary,
  runs: readonly JudgedRun[],
  first: LocalDate,
  last: LocalDate,
): SymptomStrip {
  const days = new Array<SymptomDay | null>(Math.max(0, daysBetween(first, last) + 1)).fill(null);
  const heelRaises: SymptomStrip['heelRaises'] = [];
  const end = countUpTo(checkIns, last);
  for (const [index, checkIn] of checkIns.slice(0, end).entries()) {
    if (checkIn.date < first) continue;
    const { stiffness, stiffnessMin, nextDayResponse, strengthening, isEdited } = checkIn;
    const { date, heelRaisesLeft: left, heelRaisesRight: right } = checkIn;
    if (left !== null && right !== null) heelRaises.push({ date, left, right });
    days[daysBetween(first, checkIn.date)] = {
      stiffness,
      stiffnessMin,
      isStiffer: stifferMorning(checkIns, index)?.rise != null,
      pain: worstPain(checkIn),
      nextDayResponse,
      didStrengthen: strengthening === null ? null : strengthening.length > 0,
      isEdited,
    };
  }
  return { firstDate: first, days, heelRaises, shoeChanges: shoeChanges(runs, first, last) };
}

/** Of what is known: a run without a shoe is no change. */
function shoeChanges(
  runs: readonly JudgedRun[],
  first: LocalDate,
  last: LocalDate,
): SymptomStrip['shoeChanges'] {
  const changes: SymptomStrip['shoeChanges'] = [];
  let worn: string | null = null;
  for (const { localDate, shoe } of runs) {
    if (shoe == null) continue;
    const isChange = worn !== null && worn !== shoe.id && localDate >= first && localDate <= last;
    if (isChange) changes.push({ date: localDate, name: shoe.name });
    worn = shoe.id;
  }
  return changes;
}
