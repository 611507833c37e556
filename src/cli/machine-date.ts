/** The day on the clock of this machine. The one place where a command asks which day it is. */
import { type LocalDate, localDateAt } from '../analysis/local-date.ts';

const SECONDS_PER_MINUTE = 60;

export function machineDate(now = new Date()): LocalDate {
  return localDateAt(now.getTime() / 1000, -now.getTimezoneOffset() * SECONDS_PER_MINUTE);
}
