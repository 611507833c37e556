/**
 * Two high sessions with little time between them: within two days, within three while the tendon has symptoms. Collagen
 * turnover stays raised for about three days after hard loading (mechanics, low certainty).
 */
import type { Diary } from '../diary.ts';
import type { JudgedRun } from '../judged-run.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import { RECOVERY_H, RECOVERY_WITH_SYMPTOMS_H } from '../policy.ts';
import { symptomsOn } from '../symptoms.ts';
import { bareFlag } from './bare-flag.ts';
import type { Flag } from './flag.ts';
import { highSessions } from './high-sessions.ts';
import type { Rule } from './rule.ts';

const SECONDS_PER_HOUR = 3600;

export const shortRecovery: Rule = {
  id: 'short-recovery',
  judge: ({ runs, raised, diary }) =>
    highSessions(runs, raised).flatMap((second, index, high) => {
      const first = high[index - 1];
      return first === undefined ? [] : flagsOf(first, second, diary);
    }),
};

function flagsOf(first: JudgedRun, second: JudgedRun, diary: Diary): Flag[] {
  const hours = Math.abs(second.startTimeS - first.startTimeS) / SECONDS_PER_HOUR;
  if (hours >= RECOVERY_WITH_SYMPTOMS_H) return [];
  const hasSymptoms = isSymptomaticBetween(first.localDate, second.localDate, diary);
  if (hours >= RECOVERY_H && !hasSymptoms) return [];
  return [
    bareFlag({
      rule: 'short-recovery',
      date: second.localDate,
      level: hasSymptoms ? 'above' : 'note',
      quantity: 'hoursApart',
      observed: hours,
      threshold: hasSymptoms ? RECOVERY_WITH_SYMPTOMS_H : RECOVERY_H,
      baselineDate: first.localDate,
      window: { from: first.localDate, to: second.localDate },
      runs: [first.id, second.id],
      evidence: ['mechanics'],
      raisedBy: hasSymptoms ? ['symptoms'] : [],
    }),
  ];
}

/** On any of the days, as each of them ended. */
function isSymptomaticBetween(from: LocalDate, to: LocalDate, diary: Diary): boolean {
  if (diary.checkIns.length === 0) return false;
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (symptomsOn(diary, date).isSymptomatic === true) return true;
  }
  return false;
}
