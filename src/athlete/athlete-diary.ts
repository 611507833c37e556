/** What the runner tells of the tendon, behind the athlete's one door: check-ins, warning signs, criteria of a return. */

import { type CheckInDay, checkInDay } from '../analysis/check-in-day.ts';
import type {
  CheckIn,
  ReturnCriterion,
  TendonProfile,
  TickedSign,
  WarningSign,
} from '../analysis/diary.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import { err, ok, type Result } from '../analysis/result.ts';
import { AthleteObject } from './athlete-object.ts';
import { type CheckInDateError, checkInDateError } from './check-in-date.ts';
import { type CheckInChange, readCheckIn, readCheckIns, writeCheckIn } from './check-in-table.ts';
import { readDiary } from './diary.ts';
import { readReturnCriteria, setReturnCriterion } from './return-criteria.ts';
import type { RequestClock } from './runner-clock.ts';
import type { Settings } from './settings.ts';
import { readWarningSigns, setWarningSign } from './warning-sign-table.ts';

export interface CheckInDayAnswer {
  settings: Settings;
  day: CheckInDay;
}

export abstract class AthleteDiary extends AthleteObject {
  /** All that the check-in page shows of a day; `null` is today. */
  checkInDay(
    asked: LocalDate | null,
    clock: RequestClock,
  ): Result<CheckInDayAnswer, CheckInDateError> {
    const settings = this.settings();
    const today = this.today(clock, settings);
    const date = asked ?? today;
    const problem = checkInDateError(date, today);
    if (problem !== null) return err(problem);
    const { runs } = this.history(today, settings);
    return ok({
      settings,
      day: checkInDay(date, today, readDiary(this.sql, settings, this.withStrava), runs),
    });
  }

  /** Oldest first. */
  checkIns(): CheckIn[] {
    return readCheckIns(this.sql);
  }

  checkIn(date: LocalDate): CheckIn | null {
    return readCheckIn(this.sql, date);
  }

  /**
   * Adds to what was said of a day, or changes it; gives what is said of it now, `null` when nothing is left.
   */
  checkInOn(
    date: LocalDate,
    change: CheckInChange,
    clock: RequestClock,
  ): Result<CheckIn | null, CheckInDateError> {
    const problem = checkInDateError(date, this.today(clock, this.settings()));
    if (problem !== null) return err(problem);
    this.storage.transactionSync(() => writeCheckIn(this.sql, date, change, clock.nowS));
    this.diaryChanged();
    return ok(readCheckIn(this.sql, date));
  }

  /** By their first day, those over included. */
  warningSigns(): TickedSign[] {
    return readWarningSigns(this.sql);
  }

  setWarningSign(sign: WarningSign, isTicked: boolean, clock: RequestClock): TickedSign[] {
    const today = this.today(clock, this.settings());
    this.storage.transactionSync(() => setWarningSign(this.sql, sign, isTicked, today));
    this.diaryChanged();
    return readWarningSigns(this.sql);
  }

  /** Criteria of a return to running that are met, with the day since which they are. */
  setReturnCriterion(
    criterion: ReturnCriterion,
    isMet: boolean,
    clock: RequestClock,
  ): TendonProfile['criteriaMet'] {
    const metOn = isMet ? this.today(clock, this.settings()) : null;
    setReturnCriterion(this.sql, criterion, metOn);
    this.diaryChanged();
    return readReturnCriteria(this.sql);
  }
}
