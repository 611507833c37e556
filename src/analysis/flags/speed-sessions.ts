/**
 * Speed sessions on top of the routine: two in seven days after hardly any in the 28 days before (clinical advice). Told by
 * the session that makes it true, and not again while the first telling lies among the days it is compared with.
 */
import type { JudgedRun } from '../judged-run.ts';
import { addDays, toEpochDay } from '../local-date.ts';
import {
  NONE_BEFORE_MIN_RUNS,
  SPEED_SESSIONS_ADDED,
  SPEED_SESSIONS_BEFORE_DAYS,
  SPEED_SESSIONS_BEFORE_PER_WEEK,
  WEEK_DAYS,
} from '../policy.ts';
import { runsOfDays } from '../runs-of-days.ts';
import { bareFlag } from './bare-flag.ts';
import type { Flag } from './flag.ts';
import type { Rule, RuleInput } from './rule.ts';

const isSpeedSession = ({ speed }: JudgedRun): boolean => speed?.isSpeedSession === true;

export const speedSessionsAdded: Rule = {
  id: 'speed-sessions-added',
  judge: (input) => {
    const raised: Flag[] = [];
    let toldDay = Number.NEGATIVE_INFINITY;
    for (const run of input.runs.filter(isSpeedSession)) {
      const day = toEpochDay(run.localDate) - input.days.firstDay;
      if (day < toldDay + WEEK_DAYS + SPEED_SESSIONS_BEFORE_DAYS) continue;
      const flag = flagOn(input, day, run);
      if (flag === null) continue;
      raised.push(flag);
      toldDay = day;
    }
    return raised;
  },
};

function flagOn({ runs, days }: RuleInput, day: number, { localDate }: JudgedRun): Flag | null {
  const sessions = runsOfDays(runs, days, day - WEEK_DAYS + 1, day).filter(isSpeedSession);
  const firstBefore = day - WEEK_DAYS - SPEED_SESSIONS_BEFORE_DAYS + 1;
  if (sessions.length < SPEED_SESSIONS_ADDED || firstBefore < 0) return null;
  const before = runsOfDays(runs, days, firstBefore, day - WEEK_DAYS);
  if (before.filter(({ speed }) => speed !== null).length < NONE_BEFORE_MIN_RUNS) return null;
  const perWeek = (before.filter(isSpeedSession).length * WEEK_DAYS) / SPEED_SESSIONS_BEFORE_DAYS;
  if (perWeek > SPEED_SESSIONS_BEFORE_PER_WEEK) return null;
  return bareFlag({
    rule: 'speed-sessions-added',
    date: localDate,
    level: 'above',
    quantity: 'speedSessions',
    observed: sessions.length,
    threshold: SPEED_SESSIONS_ADDED,
    baseline: perWeek,
    window: {
      from: addDays(localDate, 1 - WEEK_DAYS - SPEED_SESSIONS_BEFORE_DAYS),
      to: addDays(localDate, -WEEK_DAYS),
    },
    runs: sessions.map(({ id }) => id),
    evidence: ['clinical'],
  });
}
