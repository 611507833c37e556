/** Journeys, clocks, holidays: everyday stories that a careless rule would raise an alarm over, each with the flags that are expected of it. */
import { expect, test } from 'vitest';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { localDateAt, utcOffsetOf } from '../../../src/analysis/local-date.ts';
import { flagsOf } from '../flags/judged-flags.ts';
import { day, easyRuns, recordedRun, weeks } from '../history-builder.ts';
import { flagsIn } from './stories.ts';

/** A run at a clock time in a time zone, dated as the product dates it. */
function runAt(id: string, iso: string, timeZone: string, metres = 8000): HistoryRun {
  const startTimeS = Date.parse(iso) / 1000;
  const offsetS = utcOffsetOf(timeZone, startTimeS) ?? 0;
  return recordedRun(localDateAt(startTimeS, offsetS), metres, { id, startTimeS });
}

test('the clocks change: a day of 23 or 25 hours is one day, and late runs keep their date', () => {
  const spring = [
    runAt('saturday 23:30', '2026-03-28T22:30:00Z', 'Europe/Berlin'),
    runAt('sunday 23:30', '2026-03-29T21:30:00Z', 'Europe/Berlin'),
  ];
  expect(spring.map(({ localDate }) => localDate)).toEqual(['2026-03-28', '2026-03-29']);
  const everySecondDay = Array.from({ length: 110 }, (_, n) => {
    const noon = new Date(Date.UTC(2026, 0, 5 + 2 * n, 21, 30)).toISOString();
    return runAt(`${n}`, noon, 'Europe/Berlin');
  });
  expect(flagsOf(everySecondDay)).toEqual([]);
});

test('a flight over the date line: a later run may bear an earlier date, and no week is doubled', () => {
  const home = Array.from({ length: 30 }, (_, n) =>
    runAt(`${n}`, new Date(Date.UTC(2026, 0, 5 + 2 * n, 0)).toISOString(), 'Pacific/Auckland'),
  );
  const before = runAt('auckland', '2026-03-06T18:00:00Z', 'Pacific/Auckland');
  const after = runAt('los angeles', '2026-03-07T01:00:00Z', 'America/Los_Angeles');
  expect([before.localDate, after.localDate]).toEqual(['2026-03-07', '2026-03-06']);
  expect(flagsOf([...home, before, after])).toEqual([]);
});

test('a hilly holiday of somebody who runs on the flat: told once for each thing that rose', () => {
  const flatWeek = (monday: number) => easyRuns([monday + 1, monday + 3, monday + 6], 8000);
  const holiday = [70, 71, 73, 74, 75].map((n) =>
    recordedRun(day(n), [{ metres: 5000 }, { metres: 2500, gradePercent: 8 }]),
  );
  const runs = [...weeks(10, flatWeek), ...holiday, ...flatWeek(77), ...flatWeek(84)];
  expect(flagsIn(runs)).toEqual([
    'day 70 hill-spike ascentM above',
    'day 70 week-above-usual ascentM above',
    'day 70 week-above-usual uphillM above',
    'day 70 week-above-usual loadAeKm above',
    // The second run of the holiday makes 31 km in seven days, against 24.
    'day 71 stacked-increases distanceM above',
    'day 71 week-above-usual distanceM note',
    'day 74 week-above-usual distanceM above',
  ]);
});
