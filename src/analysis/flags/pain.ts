/** The worst pain of a day beyond the runner's ceiling, or beyond what guidelines pass over. Clinical. */
import type { CheckIn } from '../diary.ts';
import type { JudgedRun } from '../judged-run.ts';
import { PAIN_NOTICED } from '../policy.ts';
import { runsOn } from '../runs-on.ts';
import { spotsOf } from '../spots.ts';
import { worstPain } from '../worst-pain.ts';
import type { Rule } from './rule.ts';
import { symptomFlag } from './symptom-flag.ts';

export const painAboveCeiling: Rule = {
  id: 'pain-above-ceiling',
  judge({ diary, runs, days }) {
    const spots = spotsOf(diary);
    const { painCeiling } = diary.profile;
    return diary.checkIns.flatMap((checkIn, index) => {
      const { date } = checkIn;
      const pain = worstPain(checkIn);
      if (pain === null || pain <= Math.min(PAIN_NOTICED, painCeiling)) return [];
      const isAbove = pain > painCeiling;
      return symptomFlag({
        rule: 'pain-above-ceiling',
        date,
        level: isAbove ? 'well-above' : 'note',
        quantity: 'pain',
        observed: pain,
        threshold: isAbove ? painCeiling : PAIN_NOTICED,
        window: { from: date, to: date },
        runs: idsIfFromRun(checkIn, pain, runsOn({ runs, days }, date)),
        subject: spots[index] ?? null,
      });
    });
  },
};

/** The runs of the day, where it was they that hurt most. */
function idsIfFromRun(
  { painDuring, painAfter }: CheckIn,
  pain: number,
  runs: readonly JudgedRun[],
): string[] {
  return painDuring === pain || painAfter === pain ? runs.map(({ id }) => id) : [];
}
