import { expect, test } from 'vitest';
import { dashboardView } from '../../src/analysis/dashboard-view.ts';
import type { Flag } from '../../src/analysis/flags/flag.ts';
import { judgeHistory } from '../../src/analysis/history.ts';
import type { HistoryRun } from '../../src/analysis/judged-run.ts';
import {
  day,
  easyRuns,
  FAST_MPS,
  manualRun,
  recordedRun,
  treadmillRun,
  weeks,
} from './history-builder.ts';

const SETTINGS = { weekStart: 1, fastThresholdMps: null } as const;

function view(runs: readonly HistoryRun[], today: number, asOf?: number) {
  const history = judgeHistory(runs, SETTINGS, day(today));
  return dashboardView(history, day(today), asOf === undefined ? undefined : day(asOf));
}
const kind = (runs: readonly HistoryRun[], today: number, asOf?: number) =>
  view(runs, today, asOf).status.kind;

/** Monday, Wednesday, Saturday 8 km; the last is day 61. */
const nineWeeks = weeks(9, (monday) => easyRuns([monday, monday + 2, monday + 5], 8000));

test('without a run it is empty', () => {
  expect(view([], 0)).toEqual({
    today: day(0),
    asOf: day(0),
    status: {
      kind: 'empty',
      weekKind: 'empty',
      tendonKind: 'usual',
      runsStandingOut: 0,
      runCount: 0,
      firstRunDate: null,
      lastRunDate: null,
      isStale: false,
      runsWithoutAltitude: 0,
    },
    guidance: { kind: 'usual', reasons: [] },
    flags: [],
    hiddenFlags: [],
    lastSevenDays: null,
    weeks: [],
    months: null,
    loadLine: null,
    sessions: [],
    symptoms: null,
    otherSports: [],
    lastCheckIn: null,
  });
});

test('three weeks are not enough data, and a session spike does not make them enough', () => {
  const threeWeeks = nineWeeks.slice(0, 9);
  expect(kind(threeWeeks, 20)).toBe('not-enough-data');
  const spiked = view([...threeWeeks, recordedRun(day(20), 20_000)], 20);
  expect(spiked.status.kind).toBe('not-enough-data');
  expect(spiked.flags[0]?.rule).toBe('session-distance-spike');
});

test('a week like the others is usual, with no flag', () => {
  expect(view(nineWeeks, 62)).toMatchObject({ status: { kind: 'usual' }, flags: [] });
});

test('the status rests on the runs of the seven days and the eight weeks before', () => {
  const runs = [...easyRuns([-30, -20], 8000), ...nineWeeks];
  expect(view(runs, 62).status).toMatchObject({
    runCount: 27,
    firstRunDate: day(0),
    lastRunDate: day(61),
  });
});

test.each([
  [29_000, 'above', 'note'],
  [33_000, 'well-above', 'above'],
])('a rolling week of %s m against 24 km is %s', (metres, status, level) => {
  const runs = [...nineWeeks, ...easyRuns([63, 65], 8000), recordedRun(day(68), metres - 16_000)];
  const { status: shown, flags } = view(runs, 68);
  const weekly = flags.filter(
    ({ rule, quantity }) => rule === 'week-above-usual' && quantity === 'distanceM',
  );
  expect(weekly).toMatchObject([{ level, date: day(68), observed: metres }]);
  expect(shown.kind).toBe(status);
});

test('a session spike in a usual week makes the status above, more than twice the longest well above', () => {
  const spike = (metres: number) => [...nineWeeks.slice(0, -3), ...easyRuns([58], metres)];
  expect(kind(spike(9000), 62)).toBe('above');
  expect(kind(spike(17_000), 62)).toBe('well-above');
});

test('a weekly flag tells of the seven days up to the day looked at, the others of their own day', () => {
  const runs = [...nineWeeks, ...easyRuns([63, 64, 65, 66], 8000)];
  const raised = judgeHistory(runs, SETTINGS, day(67)).flags.filter(
    ({ rule, quantity }) => rule === 'week-above-usual' && quantity === 'distanceM',
  );
  const weekly = (today: number) =>
    view(runs, today).flags.find(
      ({ rule, quantity }) => rule === 'week-above-usual' && quantity === 'distanceM',
    );
  expect(raised.at(-1)).toMatchObject({ date: day(65), observed: 32_000 });
  expect(weekly(67)).toMatchObject({ date: day(67), observed: 40_000 });
  expect(weekly(72)).toBeUndefined();
});

test('flags of the last seven days are shown, older ones are not', () => {
  const runs = [...nineWeeks, recordedRun(day(63), 10_000)];
  const rules = (today: number) => view(runs, today).flags.map(({ rule }) => rule);
  expect(rules(69)).toContain('session-distance-spike');
  expect(rules(70)).not.toContain('session-distance-spike');
});

test('climb and fast running that rise together are one stacked flag above the single ones', () => {
  const hillyAndFast = (daysLater: number, factor: number) =>
    recordedRun(day(daysLater), [
      { metres: 7000 - 1300 * factor },
      { metres: 500 * factor, speedMps: FAST_MPS },
      { metres: 800 * factor, gradePercent: 6 },
    ]);
  const runs = [...nineWeeks, hillyAndFast(52, 1), hillyAndFast(64, 2)];
  const rules = view(runs, 64).flags.map(({ rule }) => rule);
  expect(rules.filter((rule) => rule === 'stacked-increases')).toHaveLength(1);
  expect(rules.indexOf('stacked-increases')).toBeLessThan(rules.indexOf('hill-spike'));
  expect(rules.indexOf('stacked-increases')).toBeLessThan(rules.indexOf('speed-spike'));
});

test('a stack that a third kind joined is shown once, with all three', () => {
  const run = (daysLater: number, { distanceM = 8000, fastM = 500, hillM = 800 }) =>
    recordedRun(day(daysLater), [
      { metres: distanceM - fastM - hillM },
      { metres: fastM, speedMps: FAST_MPS },
      { metres: hillM, gradePercent: 6 },
    ]);
  const rising = [
    run(63, { fastM: 1000 }),
    run(65, { hillM: 1600 }),
    run(67, { distanceM: 10_000 }),
  ];
  const history = judgeHistory([...nineWeeks, run(52, {}), ...rising], SETTINGS, day(68));
  const isStack = ({ rule, date }: Flag) => rule === 'stacked-increases' && date >= day(63);
  expect(history.flags.filter(isStack).map(({ date }) => date)).toEqual([day(65), day(67)]);
  const [shown, ...others] = dashboardView(history, day(68)).flags.filter(isStack);
  expect(others).toEqual([]);
  expect(shown).toMatchObject({ date: day(67) });
});

test('after more than twelve weeks away it opens at the last run, and says that it is stale', () => {
  expect(view(nineWeeks, 61 + 84)).toMatchObject({ asOf: day(145), status: { isStale: true } });
  const away = view(nineWeeks, 61 + 85);
  expect(away).toMatchObject({
    today: day(146),
    asOf: day(61),
    status: { kind: 'usual', isStale: true },
  });
  expect(away.weeks.at(-1)).toMatchObject({ start: day(56), isPartial: false });
});

test('fourteen days without a run are a rest, fifteen may be missing files', () => {
  expect(view(nineWeeks, 61 + 14).status.isStale).toBe(false);
  expect(view(nineWeeks, 61 + 15).status.isStale).toBe(true);
});

test('runs of the last twelve weeks without altitude are counted', () => {
  const runs = [treadmillRun(day(0), 5000), ...nineWeeks.slice(1), treadmillRun(day(62), 5000)];
  expect(view(runs, 83).status.runsWithoutAltitude).toBe(2);
  expect(view(runs, 84).status.runsWithoutAltitude).toBe(1);
});

test('a chosen past day shows what was known then: its week cut short, no later run, no later flag', () => {
  const runs = [...nineWeeks, ...easyRuns([63, 65, 68], 20_000)];
  const past = view(runs, 90, 59);
  expect(past).toEqual({
    ...view(
      runs.filter(({ localDate }) => localDate <= day(59)),
      59,
    ),
    today: day(90),
  });
  expect(past.weeks.at(-1)).toMatchObject({
    isPartial: true,
    runIds: [`run-${day(56)}`, `run-${day(58)}`],
  });
  expect(past.flags).toEqual([]);
});

test('a day before the first run is empty', () => {
  expect(view(nineWeeks, 62, -1)).toMatchObject({
    status: { kind: 'empty' },
    weeks: [],
    loadLine: null,
  });
});

test('each run stands beside the longest of the thirty days before it', () => {
  const unknown = manualRun(day(3), 5000);
  const runs = [
    ...easyRuns([0], 10_000),
    { ...unknown, exposure: { ...unknown.exposure, distanceM: null } },
    recordedRun(day(5), 12_500),
    recordedRun(day(40), 5000),
  ];
  expect(view(runs, 40).sessions).toEqual([
    {
      runId: `run-${day(0)}`,
      date: day(0),
      distanceM: 10_000,
      longestBeforeM: null,
      longestBeforeDate: null,
      ratio: null,
    },
    {
      runId: `run-${day(5)}`,
      date: day(5),
      distanceM: 12_500,
      longestBeforeM: 10_000,
      longestBeforeDate: day(0),
      ratio: 1.25,
    },
    {
      runId: `run-${day(40)}`,
      date: day(40),
      distanceM: 5000,
      longestBeforeM: null,
      longestBeforeDate: null,
      ratio: null,
    },
  ]);
});

test("a traveller's run dated tomorrow is shown today", () => {
  expect(view([...nineWeeks, recordedRun(day(63), 8000)], 62)).toMatchObject({
    asOf: day(63),
    status: { lastRunDate: day(63) },
  });
});

test('the numbers of a week are those of its days: load line, bars and flag agree', () => {
  const runs = [...nineWeeks, ...easyRuns([63, 65, 67, 69], 12_000)];
  const { weeks: bars, loadLine, flags } = view(runs, 69);
  const flag = flags.find(
    ({ rule, quantity }) => rule === 'week-above-usual' && quantity === 'loadAeKm',
  );
  expect(bars.at(-1)?.quantities.loadAeKm.value).toBe(loadLine?.loadAeKm.at(-1));
  expect(flag?.observed).toBe(loadLine?.loadAeKm.at(-1));
  expect(flag?.baseline).toBe(loadLine?.usualHighAeKm.at(-1));
  expect(bars.at(-1)?.quantities.loadAeKm.usual?.high).toBe(flag?.baseline);
});

test('the status rests on the flags that are shown, and says which are put aside', () => {
  const runs = [...nineWeeks, recordedRun(day(63), 9_600)];
  const history = judgeHistory(runs, SETTINGS, day(63));
  const open = dashboardView(history, day(63));
  expect(open.status).toMatchObject({ kind: 'above', weekKind: 'usual', runsStandingOut: 1 });
  const hidden = dashboardView(history, day(63), undefined, () => day(69));
  expect(hidden.status).toMatchObject({ kind: 'usual', runsStandingOut: 0 });
  expect(hidden.flags).toEqual([]);
  expect(hidden.hiddenFlags).toEqual(open.flags.map((flag) => ({ flag, until: day(69) })));
});
