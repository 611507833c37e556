/**
 * The only place that turns SI units into what a runner reads: kilometres or miles, pace, minutes, percent, dates.
 * Input is metres, seconds, m/s, AE-km and calendar days; output is text, or a number in the runner's unit for an axis.
 * Must not decide anything: no thresholds, no advice, no clock, no time zone (a `LocalDate` is already local).
 */
import type { LocalDate } from '../src/analysis/local-date.ts';

export type Units = 'km' | 'mi';

const METRES_PER_KM = 1000;
const METRES_PER_MILE = 1609.344;
const METRES_PER_FOOT = 0.3048;
const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3600;
const BYTES_PER_MEGABYTE = 1_000_000;

/** Weekly distance is rounded to half a unit, a single run to a tenth, climb to ten: finer would be false precision. */
export const WEEKLY_DISTANCE_STEP = 0.5;
export const RUN_DISTANCE_STEP = 0.1;
export const CLIMB_STEP = 10;

export type DistanceStep = typeof WEEKLY_DISTANCE_STEP | typeof RUN_DISTANCE_STEP;

const LOCALE = 'en-GB';
const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';
const EN_DASH = '–';

const metresPerUnit = (units: Units): number => (units === 'km' ? METRES_PER_KM : METRES_PER_MILE);

/** The length of one segment of a run: a kilometre or a mile. */
export const segmentLengthM = metresPerUnit;

export const distanceUnit = (units: Units): string => units;
export const climbUnit = (units: Units): string => (units === 'km' ? 'm' : 'ft');
export const paceUnit = (units: Units): string => `/${units}`;

/** Metres as kilometres or miles, not rounded: for axes and drawn values. */
export const inDistanceUnit = (metres: number, units: Units): number =>
  metres / metresPerUnit(units);

/** Metres as metres or feet, not rounded. */
export const inClimbUnit = (metres: number, units: Units): number =>
  units === 'km' ? metres : metres / METRES_PER_FOOT;

export const inMinutes = (seconds: number): number => seconds / SECONDS_PER_MINUTE;

/** What a runner typed, in metres and seconds. */
export const fromDistanceUnit = (distance: number, units: Units): number =>
  distance * metresPerUnit(units);
export const fromClimbUnit = (climb: number, units: Units): number =>
  units === 'km' ? climb : climb * METRES_PER_FOOT;
export const fromMinutes = (minutes: number): number => minutes * SECONDS_PER_MINUTE;

/** Speed as seconds per kilometre or mile. */
export const inPaceSeconds = (speedMps: number, units: Units): number =>
  metresPerUnit(units) / speedMps;

export const roundTo = (value: number, step: number): number => {
  const perUnit = Math.round(1 / step);
  // Tenths are divided, not multiplied: 3 × 0.1 is 0.30000000000000004.
  return step < 1 ? Math.round(value * perUnit) / perUnit : Math.round(value / step) * step;
};

const plain = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const oneDecimal = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

export const formatNumber = (value: number): string => plain.format(value).replace('-', MINUS);

const withUnit = (text: string, unit: string): string => `${text}${NO_BREAK_SPACE}${unit}`;

/** The number alone, without its unit: `42.5`, and `11.0` for a single run. */
export function distanceNumber(metres: number, units: Units, step: DistanceStep): string {
  const value = roundTo(inDistanceUnit(metres, units), step);
  return step === RUN_DISTANCE_STEP ? oneDecimal.format(value) : plain.format(value);
}

/**
 * The parts of a whole as text, rounded so that they add up to the rounded whole: the largest remainders are rounded up.
 */
export function distanceParts(
  metres: readonly number[],
  units: Units,
  step: DistanceStep,
): string[] {
  const steps = metres.map((value) => inDistanceUnit(value, units) / step);
  const floors = steps.map(Math.floor);
  const whole = Math.round(steps.reduce((total, value) => total + value, 0));
  let missing = whole - floors.reduce((total, value) => total + value, 0);
  const byRemainder = steps
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder) {
    if (missing-- <= 0) break;
    floors[index] = (floors[index] as number) + 1;
  }
  return floors.map((value) => plain.format(roundTo(value * step, step)));
}

/** `42.5 km` for a week. */
export const formatWeeklyDistance = (metres: number, units: Units): string =>
  withUnit(distanceNumber(metres, units, WEEKLY_DISTANCE_STEP), distanceUnit(units));

/** `11.0 km` for one run. */
export const formatRunDistance = (metres: number, units: Units): string =>
  withUnit(distanceNumber(metres, units, RUN_DISTANCE_STEP), distanceUnit(units));

export const climbNumber = (metres: number, units: Units): string =>
  formatNumber(roundTo(inClimbUnit(metres, units), CLIMB_STEP));

/** `430 m` or `1,410 ft`. */
export const formatClimb = (metres: number, units: Units): string =>
  withUnit(climbNumber(metres, units), climbUnit(units));

export const minutesNumber = (seconds: number): string =>
  plain.format(Math.round(inMinutes(seconds)));

/** `14 min`; less than half a minute, but some, is `under 1 min`. */
export function formatMinutes(seconds: number): string {
  if (seconds > 0 && Math.round(inMinutes(seconds)) === 0) return withUnit('under 1', 'min');
  return withUnit(minutesNumber(seconds), 'min');
}

/** `1:02:45` or `42:05`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / SECONDS_PER_HOUR);
  const minutes = Math.floor((whole % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE);
  const rest = String(whole % SECONDS_PER_MINUTE).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** Achilles-equivalent kilometres stay kilometres for everyone: they are a model unit, not a distance. */
export const loadNumber = (loadAeKm: number): string => oneDecimal.format(loadAeKm);
export const formatLoad = (loadAeKm: number): string => withUnit(loadNumber(loadAeKm), 'AE-km');

/** Pace alone: `5:42`. */
export const paceNumber = (speedMps: number, units: Units): string =>
  formatDuration(inPaceSeconds(speedMps, units));

/** `5:42 /km`. */
export const formatPace = (speedMps: number, units: Units): string =>
  withUnit(paceNumber(speedMps, units), paceUnit(units));

const PACE = /^\s*(\d{1,2}):([0-5]\d)\s*$/;

/** The speed in m/s of a pace typed as `m:ss` per kilometre or mile; `undefined` when it is not one. */
export function parsePace(text: string, units: Units): number | undefined {
  const match = PACE.exec(text);
  if (match === null) return undefined;
  const seconds = Number(match[1]) * SECONDS_PER_MINUTE + Number(match[2]);
  return seconds > 0 ? metresPerUnit(units) / seconds : undefined;
}

/** The change a ratio means: 1.29 is `+29%`, 0.8 is `−20%`. */
export function formatChange(ratio: number): string {
  const percent = Math.round((ratio - 1) * 100);
  return `${percent < 0 ? MINUS : '+'}${formatNumber(Math.abs(percent))}%`;
}

/** A share of a whole: 0.31 is `31%`. */
export const formatShare = (fraction: number): string => `${Math.round(fraction * 100)}%`;

/** A grade as people say it: 0.093 is `+9%`, −0.052 is `−5%`, 0.004 is `0%`. */
export function formatGrade(gradeFraction: number): string {
  const percent = Math.round(gradeFraction * 100);
  if (percent === 0) return '0%';
  return `${percent < 0 ? MINUS : '+'}${Math.abs(percent)}%`;
}

/** `120–210 m`: two bare numbers and their unit. */
export const formatRange = (low: string, high: string, unit: string): string =>
  withUnit(low === high ? low : `${low}${EN_DASH}${high}`, unit);

const dateFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', ...options });

const weekdayLong = dateFormat({ weekday: 'long' });
const weekdayShort = dateFormat({ weekday: 'short' });
const monthLong = dateFormat({ month: 'long' });
// British English shortens September alone to four letters, and columns stop lining up.
const monthShort = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short' });
const timeOfDay = dateFormat({ hour: '2-digit', minute: '2-digit' });

const midnight = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);
const yearOf = (date: LocalDate): string => date.slice(0, 4);
const dayOfMonth = (date: LocalDate): number => Number(date.slice(8, 10));

/** `May`. */
export const formatShortMonth = (date: LocalDate): string => monthShort.format(midnight(date));
/** `3 May`. */
export const formatDay = (date: LocalDate): string =>
  `${dayOfMonth(date)} ${formatShortMonth(date)}`;
/** `3 May 2026`. */
export const formatDayYear = (date: LocalDate): string => `${formatDay(date)} ${yearOf(date)}`;
/** `Sun 3 May`. */
export const formatWeekdayDay = (date: LocalDate): string =>
  `${weekdayShort.format(midnight(date))} ${formatDay(date)}`;
/** `Sun 3 May 2026`. */
export const formatWeekdayDayYear = (date: LocalDate): string =>
  `${formatWeekdayDay(date)} ${yearOf(date)}`;
/** `Sunday`. */
export const formatWeekday = (date: LocalDate): string => weekdayLong.format(midnight(date));
/** `September 2026`. */
export const formatMonth = (date: LocalDate): string =>
  `${monthLong.format(midnight(date))} ${yearOf(date)}`;

/** `3 May` in the year of `today`, `3 May 2025` in any other. */
export const formatDayNear = (date: LocalDate, today: LocalDate): string =>
  yearOf(date) === yearOf(today) ? formatDay(date) : formatDayYear(date);

/** `26 Oct – 1 Nov`, with the year when it is not that of `today`. */
export function formatDays(from: LocalDate, to: LocalDate, today: LocalDate): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = sameMonth ? String(dayOfMonth(from)) : formatDay(from);
  const gap = sameMonth ? '' : ' ';
  return `${start}${gap}${EN_DASH}${gap}${formatDayNear(to, today)}`;
}

/** `07:42` on the runner's clock. */
export const formatTimeOfDay = (unixTimeS: number, utcOffsetS: number): string =>
  timeOfDay.format((unixTimeS + utcOffsetS) * 1000);

/** Of a download: whole megabytes, at least one. */
export const formatMegabytes = (bytes: number): string =>
  `${formatNumber(Math.max(1, Math.round(bytes / BYTES_PER_MEGABYTE)))}${NO_BREAK_SPACE}MB`;
