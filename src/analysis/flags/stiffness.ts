/** Mornings in a row stiffer than the runner's own normal: two are worth easing off for, three a reason to hold. Clinical. */
import { addDays } from '../local-date.ts';
import {
  STIFFER_MIN,
  STIFFER_MORNINGS,
  STIFFER_MORNINGS_HOLD,
  STIFFER_POINTS,
  STIFFNESS_BASELINE_DAYS,
} from '../policy.ts';
import { spotsOf } from '../spots.ts';
import type { MorningRise } from '../stiffer-morning.ts';
import { stifferRow } from '../stiffer-row.ts';
import type { Rule } from './rule.ts';
import { symptomFlag } from './symptom-flag.ts';

const RULE = 'stiffness-rise';

export const stiffnessRise: Rule = {
  id: RULE,
  judge({ diary }) {
    const spots = spotsOf(diary);
    return diary.checkIns.flatMap(({ date }, index) => {
      const row = stifferRow(diary.checkIns, index + 1, date) ?? [];
      const [newest] = row;
      if (newest?.rise == null || newest.date !== date || row.length < STIFFER_MORNINGS) return [];
      const { quantity, value, median } = newest.rise;
      return symptomFlag({
        rule: RULE,
        date,
        level: row.length < STIFFER_MORNINGS_HOLD ? 'above' : 'well-above',
        quantity,
        observed: value,
        threshold: median + LIMITS[quantity],
        baseline: median,
        window: { from: addDays(date, -STIFFNESS_BASELINE_DAYS), to: addDays(date, -1) },
        subject: spots[index] ?? null,
        parts: row
          .map((morning) => ({ rule: RULE, quantity, date: morning.date, ratio: null }) as const)
          .reverse(),
      });
    });
  },
};

const LIMITS: Record<MorningRise['quantity'], number> = {
  stiffness: STIFFER_POINTS,
  stiffnessMin: STIFFER_MIN,
};
