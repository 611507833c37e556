import { expect, test } from 'vitest';
import { dateIn, isTimeZone, startDate, utcOffsetAt } from '../../src/athlete/runner-clock.ts';

const LATE_EVENING_S = Date.UTC(2026, 2, 2, 22, 30) / 1000;

test('the day is that of the first time zone that is known, else of UTC', () => {
  expect(dateIn(LATE_EVENING_S, 'Asia/Tokyo', 'Europe/London')).toBe('2026-03-03');
  expect(dateIn(LATE_EVENING_S, null, 'Asia/Tokyo')).toBe('2026-03-03');
  expect(dateIn(LATE_EVENING_S, 'Mars/Olympus', 'Asia/Tokyo')).toBe('2026-03-03');
  expect(dateIn(LATE_EVENING_S, null, null)).toBe('2026-03-02');
});

test('a file that knows the runner’s clock is dated by it, whatever the settings say', () => {
  const start = { startTimeS: LATE_EVENING_S, utcOffsetS: -5 * 3600 };
  expect(startDate(start, 'Asia/Tokyo')).toBe('2026-03-02');
  expect(utcOffsetAt(start, 'Asia/Tokyo')).toBe(-18_000);
});

test('a time zone has the offset of the day of the run: summer time in July, not in January', () => {
  const julyS = Date.UTC(2026, 6, 1) / 1000;
  const januaryS = Date.UTC(2026, 0, 1) / 1000;
  const offset = (startTimeS: number) =>
    utcOffsetAt({ startTimeS, utcOffsetS: null }, 'Europe/Berlin');
  expect([offset(julyS), offset(januaryS)]).toEqual([7200, 3600]);
});

test('a time zone is one that the runtime knows', () => {
  expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
