/** What the runner tells of the tendon, behind the athlete's one door: check-ins, warning signs, criteria of a return. */
import type {
  CheckIn,
  ReturnCriterion,
  TendonProfile,
  TickedSign,
  WarningSign,
} from '../analysis/diary.ts';
import { addDays, type LocalDate } from '../analysis/local-date.ts';
import { EARLIEST_DATE, FUTURE_DAYS } from '../analysis/policy.ts';
import { err, ok, type Result } from '../analysis/result.ts';
import { AthleteObject } from './athlete-object.ts';
import { type CheckInChange, readCheckIn, readCheckIns, writeCheckIn } from './check-in-table.ts';
import { readReturnCriteria, setReturnCriterion } from './return-criteria.ts';
import type { RequestClock } from './runner-clock.ts';
import { readWarningSigns, setWarningSign } from './warning-sign-table.ts';

/** Why a day cannot hold a check-in. */
export type CheckInDateError = 'future' | 'too-early';

export abstract class AthleteDiary extends AthleteObject {
  /** Oldest first. */
  checkIns(): CheckIn[] {
    return readCheckIns(this.sql);
  }

  checkIn(date: LocalDate): CheckIn | null {
    return readCheckIn(this.sql, date);
  }

  /**
   * Adds to what was said of a day, or changes it; gives what is said of it now, `null` when nothing is left. A day ahead
   * is taken, because a traveller's clock may be.
   */
  checkInOn(
    date: LocalDate,
    change: CheckInChange,
    clock: RequestClock,
  ): Result<CheckIn | null, CheckInDateError> {
    const today = this.today(clock, this.settings());
    if (date > addDays(today, FUTURE_DAYS)) return err('future');
    if (date < EARLIEST_DATE) return err('too-early');
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
