/**
 * How much a flag of load weighs once the diary is asked: symptoms dominate. Without them such a flag is at most `above`,
 * except for a run more than twice the longest of 30 days; recent Achilles trouble raises it by one level; with pain above
 * 2, a stiffer morning or "worse" that day it is `well-above`. Asks for the days up to the flag's alone.
 */
import type { Diary } from '../diary.ts';
import { daysBetween, type LocalDate } from '../local-date.ts';
import { RECENT_TROUBLE_DAYS } from '../policy.ts';
import { symptomsOn } from '../symptoms.ts';
import { FLAG_LEVELS, type Flag, type FlagLevel, type LevelReason, type RuleId } from './flag.ts';
import { isLoadRule } from './rule-kind.ts';

/** Rules whose own `well-above` stands without symptoms: the session itself is more than twice what came before. */
const OF_TWICE_A_SESSION: readonly RuleId[] = ['session-distance-spike', 'session-load-spike'];

/** The rule itself asks for symptoms, and says what they make of it. */
const ASKS_FOR_SYMPTOMS: readonly RuleId[] = ['short-recovery'];

/** The flag with the level and the reasons that the diary gives it; flags of symptoms and of context stay as they are. */
export function withSymptoms(flag: Flag, diary: Diary): Flag {
  if (!isLoadRule(flag.rule)) return flag;
  const own = OF_TWICE_A_SESSION.includes(flag.rule) ? flag.level : lower(flag.level, 'above');
  const raised = hadRecentTrouble(diary, flag.date) ? oneAbove(own) : own;
  const isSymptomatic =
    !ASKS_FOR_SYMPTOMS.includes(flag.rule) && symptomsOn(diary, flag.date).isSymptomatic === true;
  const level = isSymptomatic ? 'well-above' : raised;
  const reason: LevelReason = isSymptomatic ? 'symptoms' : 'recent-trouble';
  return { ...flag, level, raisedBy: level === own ? flag.raisedBy : [...flag.raisedBy, reason] };
}

/** A trouble dated later was not known on the day. */
function hadRecentTrouble({ profile: { lastTroubleDate } }: Diary, date: LocalDate): boolean {
  if (lastTroubleDate === null || lastTroubleDate > date) return false;
  return daysBetween(lastTroubleDate, date) <= RECENT_TROUBLE_DAYS;
}

/** Load alone is never urgent. */
const oneAbove = (level: FlagLevel): FlagLevel => (level === 'note' ? 'above' : 'well-above');

const lower = (one: FlagLevel, other: FlagLevel): FlagLevel =>
  FLAG_LEVELS.indexOf(one) < FLAG_LEVELS.indexOf(other) ? one : other;
