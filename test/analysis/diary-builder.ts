/** A diary from a few words: whatever a test does not say, nobody has said. */
import { type CheckIn, type Diary, NOTHING_SAID } from '../../src/analysis/diary.ts';
import { EMPTY_DIARY } from '../../src/analysis/history.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';

export function checkInOn(date: LocalDate, said: Partial<CheckIn> = {}): CheckIn {
  return { ...NOTHING_SAID, date, isEdited: false, ...said };
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
