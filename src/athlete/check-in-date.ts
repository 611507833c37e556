/** Why a day cannot hold a check-in. A day ahead can, because a traveller's clock may be. */
import { addDays, type LocalDate } from '../analysis/local-date.ts';
import { EARLIEST_DATE, FUTURE_DAYS } from '../analysis/policy.ts';

export type CheckInDateError = 'future' | 'too-early';

/** `null` when it can. */
export function checkInDateError(date: LocalDate, today: LocalDate): CheckInDateError | null {
  if (date > addDays(today, FUTURE_DAYS)) return 'future';
  return date < EARLIEST_DATE ? 'too-early' : null;
}
