/** Single-leg heel raises: the weaker side well behind the stronger. Clinical; how far two counts differ by chance is not published. */
import { exceeds } from '../exceeds.ts';
import { HEEL_RAISE_SYMMETRY } from '../policy.ts';
import type { Rule } from './rule.ts';
import { symptomFlag } from './symptom-flag.ts';

export const capacityGap: Rule = {
  id: 'capacity-gap',
  judge: ({ diary }) =>
    diary.checkIns.flatMap(({ date, heelRaisesLeft: left, heelRaisesRight: right }) => {
      if (left === null || right === null) return [];
      const [weaker, stronger] = [Math.min(left, right), Math.max(left, right)];
      if (!exceeds(stronger * HEEL_RAISE_SYMMETRY, weaker)) return [];
      return symptomFlag({
        rule: 'capacity-gap',
        date,
        level: 'note',
        quantity: 'heelRaises',
        observed: weaker,
        threshold: HEEL_RAISE_SYMMETRY * stronger,
        baseline: stronger,
        ratio: weaker / stronger,
        window: { from: date, to: date },
        subject: left < right ? 'left' : 'right',
      });
    }),
};
