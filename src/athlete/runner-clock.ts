/** Which day it is for the runner, and which day an activity belongs to. */
import { type LocalDate, localDateAt, utcOffsetOf } from '../analysis/local-date.ts';

/** Now, and where the request seems to come from: for a runner who has not chosen a time zone. */
export interface RequestClock {
  nowS: number;
  timeZone: string | null;
}

/** Time zones to look into, best first; unknown ones are passed over, and UTC is always left. */
type TimeZones = readonly (string | null)[];

/** Whether `name` is a time zone this runtime knows. */
export function isTimeZone(name: string): boolean {
  return utcOffsetOf(name, 0) !== undefined;
}

/** The calendar day at an instant. */
export function dateIn(unixTimeS: number, ...timeZones: TimeZones): LocalDate {
  return localDateAt(unixTimeS, zoneOffset(unixTimeS, timeZones));
}

/** The day to look back at; `undefined` for the latest, which is all that can be told of the future. */
export function pastDay(chosen: LocalDate | null, today: LocalDate): LocalDate | undefined {
  return chosen !== null && chosen <= today ? chosen : undefined;
}

/** What a file says about when it began: `utcOffsetS` is `null` when it does not know the runner's clock. */
export interface Start {
  startTimeS: number;
  utcOffsetS: number | null;
}

/** Offset of the runner's clock from UTC at the start, in seconds. */
export function utcOffsetAt({ startTimeS, utcOffsetS }: Start, ...timeZones: TimeZones): number {
  return utcOffsetS ?? zoneOffset(startTimeS, timeZones);
}

/** The day on which it began, on the runner's clock. */
export function startDate(start: Start, ...timeZones: TimeZones): LocalDate {
  return localDateAt(start.startTimeS, utcOffsetAt(start, ...timeZones));
}

function zoneOffset(unixTimeS: number, timeZones: TimeZones): number {
  for (const timeZone of timeZones) {
    const offsetS = timeZone === null ? undefined : utcOffsetOf(timeZone, unixTimeS);
    if (offsetS !== undefined) return offsetS;
  }
  return 0;
}
