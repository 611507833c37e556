/** Everyday stories that a careless rule would raise an alarm over, each with the flags that are expected of it. */
import { expect, test } from 'vitest';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import type { Activity } from '../../src/analysis/activity.ts';
import { dashboardView } from '../../src/analysis/dashboard-view.ts';
import { judgeHistory } from '../../src/analysis/history.ts';
import type { HistoryRun } from '../../src/analysis/judged-run.ts';
import { addDays, localDateAt, utcOffsetOf } from '../../src/analysis/local-date.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { flagsOf, inWords } from './flags/judged-flags.ts';
import {
  day,
  easyRuns,
  FAST_MPS,
  FIRST_DAY,
  recordedRun,
  type Stretch,
  treadmillRun,
  weeks,
} from './history-builder.ts';

/** From the fifth week: before it a story has no baseline, and its first long run is longer than any known. */
const flagsIn = (runs: readonly HistoryRun[]) =>
  inWords(flagsOf(runs).filter(({ date }) => date >= day(28)));

/** Tuesday and Thursday 8 km, Sunday 14 km, with some climb. */
const HILLY_8_KM: Stretch[] = [{ metres: 7000 }, { metres: 1000, gradePercent: 6 }];
const ordinaryWeek = (monday: number) => [
  recordedRun(day(monday + 1), HILLY_8_KM),
  recordedRun(day(monday + 3), HILLY_8_KM),
  recordedRun(day(monday + 6), [{ metres: 13_000 }, { metres: 1000, gradePercent: 6 }]),
];
const tenWeeks = weeks(10, ordinaryWeek);

test('back after three weeks off, with the long run made shorter and built up again', () => {
  const back = [6, 6.6, 7.2, 7.9, 8.6, 9.4].flatMap((km, week) =>
    easyRuns([92 + 7 * week], km * 1000),
  );
  expect(flagsIn([...tenWeeks, ...back])).toEqual([]);
});

test('back as before: after three weeks off no spike, after four the first long run is one', () => {
  expect(
    flagsIn([...tenWeeks, ...ordinaryWeek(91), ...ordinaryWeek(98), ...ordinaryWeek(105)]),
  ).toEqual([
    // The last run of 14 km is 28 days back on day 97: still the baseline.
  ]);
  expect(flagsIn([...tenWeeks, ...ordinaryWeek(98), ...ordinaryWeek(105)])).toEqual([
    // After four weeks off it is 35 days back, and nothing longer than 8 km since.
    'day 104 session-distance-spike distanceM above',
    'day 104 session-load-spike loadAeKm above',
  ]);
});

test('back after five weeks off: one note on the first day', () => {
  const back = [...ordinaryWeek(105), ...ordinaryWeek(112)];
  expect(flagsIn([...tenWeeks, ...back])).toEqual([
    'day 106 return-without-baseline distanceM note',
    // Sunday's 14 km after nothing longer than 8 km in the thirty days before.
    'day 111 session-distance-spike distanceM above',
    'day 111 session-load-spike loadAeKm above',
  ]);
});

test("Sunday's run moved to Monday", () => {
  const moved = recordedRun(day(70), 14_000);
  expect(flagsIn([...tenWeeks.slice(0, -1), moved, ...ordinaryWeek(70)])).toEqual([]);
});

test('a week on the bicycle instead, and running again', () => {
  expect(flagsIn([...tenWeeks, ...ordinaryWeek(77), ...ordinaryWeek(84)])).toEqual([]);
});

test('a treadmill month, and outdoors again', () => {
  const indoors = [70, 77, 84, 91, 98].flatMap((monday) => [
    treadmillRun(day(monday + 1), 8000),
    treadmillRun(day(monday + 3), 8000),
    treadmillRun(day(monday + 6), 14_000),
  ]);
  expect(flagsIn([...tenWeeks, ...indoors, ...ordinaryWeek(105), ...ordinaryWeek(112)])).toEqual(
    [],
  );
});

test('a taper, then a race: the race is a spike of fast running and told as one, the taper is not', () => {
  const withStrides = (daysLater: number, metres: number) =>
    recordedRun(day(daysLater), [{ metres: metres - 1000 }, { metres: 1000, speedMps: FAST_MPS }]);
  const build = weeks(10, (monday) => [
    withStrides(monday + 1, 8000),
    ...easyRuns([monday + 3], 8000),
    ...easyRuns([monday + 6], 16_000),
  ]);
  const taper = [
    withStrides(71, 7000),
    ...easyRuns([73], 6000),
    ...easyRuns([76], 10_000),
    withStrides(78, 5000),
  ];
  const race = recordedRun(day(83), [{ metres: 10_000, speedMps: 3.7 }]);
  expect(flagsIn([...build, ...taper])).toEqual([]);
  expect(flagsIn([...build, ...taper, race])).toEqual([
    'day 83 speed-spike fastM above',
    'day 83 week-above-usual fastM above',
  ]);
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

test('the first four weeks of a new runner: not enough data, and no flag while no run is a tenth longer', () => {
  const runs = [3000, 3300, 3600, 3900].flatMap((metres, week) =>
    easyRuns([week * 7, week * 7 + 2, week * 7 + 5], metres),
  );
  expect(flagsOf(runs)).toEqual([]);
  const history = judgeHistory(runs, { weekStart: 1, fastThresholdMps: null }, day(27));
  const kinds = Array.from(
    { length: 28 },
    (_, n) => dashboardView(history, day(27), day(n)).status.kind,
  );
  expect(new Set(kinds)).toEqual(new Set(['not-enough-data']));
});

test('a doubled upload of the longest run', () => {
  const [twice] = tenWeeks.slice(-1) as [HistoryRun];
  const doubled = { ...twice, id: 'copy', startTimeS: twice.startTimeS + 1 };
  const runs = [...tenWeeks, doubled, ...ordinaryWeek(70)];
  expect(flagsIn(runs)).toEqual([]);
  const range = (of: readonly HistoryRun[]) =>
    judgeHistory(of, { weekStart: 1, fastThresholdMps: null }, day(76)).weeks.at(-1)?.quantities
      .distanceM.usual;
  expect(range(runs)).toEqual(range(runs.filter((run) => run !== doubled)));
});

/** What the importer would hand over, through the analysis of single runs. */
function analysed(activity: Activity, id: string): HistoryRun {
  const { startTimeS, subSport, utcOffsetS } = activity;
  return {
    id,
    localDate: localDateAt(startTimeS, utcOffsetS ?? 0),
    startTimeS,
    subSport,
    exposure: runExposure(activity),
  };
}
const startOn = (daysLater: number) =>
  Date.parse(`${addDays(FIRST_DAY, daysLater)}T17:00:00Z`) / 1000;
const evening = (daysLater: number, heartRateBpm: number | null = 145) =>
  syntheticRun({
    startTimeS: startOn(daysLater),
    segments: [
      { durationS: 1500, speedMps: 2.8, heartRateBpm },
      { durationS: 120, speedMps: 3.8, heartRateBpm },
      { durationS: 600, speedMps: 2.8, heartRateBpm },
    ],
  });
const EVENINGS = Array.from({ length: 30 }, (_, n) => n * 2);

test('no heart-rate strap: nothing is judged by it', () => {
  const with60 = EVENINGS.map((n) => analysed(evening(n), `${n}`));
  const without = EVENINGS.map((n) => analysed(evening(n, null), `${n}`));
  const [a, b] = [with60, without].map((runs) => ({
    flags: flagsOf(runs),
    loads: runs.map(({ exposure }) => exposure.load),
  }));
  expect(b).toEqual(a);
  expect(without.every(({ exposure }) => exposure.avgHeartRateBpm === null)).toBe(true);
});

test('one GPS spike, which the watch counted in its total', () => {
  const clean = evening(60);
  const distanceM =
    clean.samples.distanceM?.map((metres, i) => (i < 900 ? metres : metres + 400)) ?? null;
  const spiked: Activity = {
    ...clean,
    samples: { ...clean.samples, distanceM, speedMps: null },
    session: { ...clean.session, distanceM: (clean.session.distanceM ?? 0) + 400 },
  };
  const runs = [...EVENINGS.map((n) => analysed(evening(n), `${n}`)), analysed(spiked, 'spiked')];
  expect(runs.at(-1)?.exposure.warnings.map(({ kind }) => kind)).toContain('speed-glitch');
  expect(flagsIn(runs)).toEqual([]);
});

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
