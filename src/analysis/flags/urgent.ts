/** Ticked signs: no matter of load, and never hidden. Raised on the day of the tick; whether it still holds is for the view to ask. Clinical. */
import type { Rule } from './rule.ts';
import { symptomFlag } from './symptom-flag.ts';

export const urgentSigns: Rule = {
  id: 'urgent-signs',
  judge: ({ diary, lastDate }) =>
    diary.signs
      .filter(({ from }) => from <= lastDate)
      .map(({ sign, from }) =>
        symptomFlag({
          rule: 'urgent-signs',
          date: from,
          level: 'urgent',
          quantity: 'signs',
          observed: 1,
          window: { from, to: from },
          subject: sign,
        }),
      ),
};
