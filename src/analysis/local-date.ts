/**
 * Calendar days as the runner lived them. The only file of the analysis that may touch `Date`,
 * and it does so only for calendar arithmetic in UTC, where no day is 23 or 25 hours long.
 */

/** A calendar day where the runner was, `YYYY-MM-DD`. Compares correctly as text. */
export type LocalDate = string & { readonly __localDate: unique symbol };

/** Whole days since 1970-01-01: the form for arithmetic. */
export type EpochDay = number;

/** The weekday on which a runner's week starts, as in ISO 8601: 1 is Monday, 7 is Sunday. */
export type WeekStart = 1 | 7;

const SECONDS_PER_DAY = 86_400;
const MS_PER_DAY = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The date written in `text`, or `undefined` when it is not a real calendar day in `YYYY-MM-DD`. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = fromEpochDay(Date.UTC(year, month - 1, day) / MS_PER_DAY);
  return date === text ? date : undefined;
}

/** Days since 1970-01-01. */
export function toEpochDay(date: LocalDate): EpochDay {
  const known = dayOfDate.get(date);
  if (known !== undefined) return known;
  return (
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) /
    MS_PER_DAY
  );
}

export function fromEpochDay(day: EpochDay): LocalDate {
  const known = dateOfDay.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
  if (day >= 0 && day <= LAST_KEPT_DAY) {
    dateOfDay.set(day, date);
    dayOfDate.set(date, day);
  }
  return date;
}

// A history is judged again with every question, and asks for the same few thousand days each time.
const dateOfDay = new Map<EpochDay, LocalDate>();
const dayOfDate = new Map<LocalDate, EpochDay>();

/** In 2099. */
const LAST_KEPT_DAY = 47_500;

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** 1 for Monday to 7 for Sunday. */
export function isoWeekday(day: EpochDay): number {
  // 1970-01-01 was a Thursday (4).
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The first day of the week that holds `day`. */
export function startOfWeek(day: EpochDay, weekStart: WeekStart): EpochDay {
  return day - ((isoWeekday(day) - weekStart + 7) % 7);
}

/** The day on the runner's own clock at an instant, given the offset of that clock from UTC. */
export function localDateAt(unixTimeS: number, utcOffsetS: number): LocalDate {
  return fromEpochDay(Math.floor((unixTimeS + utcOffsetS) / SECONDS_PER_DAY));
}

/**
 * Offset from UTC, in seconds, of an IANA time zone at an instant: for files that do not carry
 * their own offset. `undefined` when the zone is unknown.
 */
export function utcOffsetOf(timeZone: string, unixTimeS: number): number | undefined {
  let format = zoneFormats.get(timeZone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      });
    } catch {
      return undefined;
    }
    zoneFormats.set(timeZone, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(unixTimeS * 1000).map(({ type, value }) => [type, Number(value)]),
  );
  const localMs = Date.UTC(
    part.year as number,
    (part.month as number) - 1,
    part.day,
    part.hour,
    part.minute,
    part.second,
  );
  return localMs / 1000 - Math.floor(unixTimeS);
}

// Building an Intl formatter costs about 50 times a use of it.
const zoneFormats = new Map<string, Intl.DateTimeFormat>();
