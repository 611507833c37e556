/** A diary from a few words: whatever a test does not say, nobody has said. */
import type { CheckIn, Diary } from '../../src/analysis/diary.ts';
import { EMPTY_DIARY } from '../../src/analysis/history.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';

export function checkInOn(date: LocalDate, said: Partial<CheckIn> = {}): CheckIn {
  return {
    date,
    stiffness: null,
    stiffnessMin: null,
    firstStepsPain: null,
    side: null,
    spot: null,
    nextDayResponse: null,
    painDuring: null,
    painAfter: null,
    heelRaisesLeft: null,
    heelRaisesRight: null,
    strengthening: null,
    hopTest: null,
    otherSport: null,
    clinicianScore: null,
    note: null,
    isEdited: false,
    ...said,
  };
}

export function diaryOf({
  profile,
  ...said
}: { [K in keyof Diary]?: Partial<Diary[K]> } = {}): Diary {
  return {
    ...EMPTY_DIARY,
    ...(said as Partial<Diary>),
    profile: { ...EMPTY_DIARY.profile, ...profile },
  };
}
