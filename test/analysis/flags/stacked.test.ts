import { expect, test } from 'vitest';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { diaryOf } from '../diary-builder.ts';
import { day, easyRuns, FAST_MPS, recordedRun } from '../history-builder.ts';
import { flagsOf, flagsOfRule } from './judged-flags.ts';

const stacked = (runs: readonly HistoryRun[]) => flagsOfRule('stacked-increases', runs);
/** A month with a little of everything, so that each kind has a baseline. */
const mixed = (daysLater: number, { distanceM = 8000, fastM = 500, uphillM = 1000 }) =>
  recordedRun(day(daysLater), [
    { metres: distanceM - fastM - uphillM },
    { metres: fastM, speedMps: FAST_MPS },
    { metres: uphillM, gradePercent: 6 },
  ]);
const month = [...easyRuns([0, 2, 4, 6, 8], 8000), mixed(10, {}), mixed(20, {})];
const faster = (daysLater: number) => mixed(daysLater, { fastM: 1000 });
const hillier = (daysLater: number) => mixed(daysLater, { uphillM: 2000 });
const longer = (daysLater: number) => mixed(daysLater, { distanceM: 10_000 });

test('speed and hills that rise within seven days are one stack, on the day of the second', () => {
  const [flag, ...others] = stacked([...month, faster(24), hillier(27)]);
  expect(others).toEqual([]);
  expect(flag).toMatchObject({
    date: day(27),
    level: 'above',
    evidence: ['clinical'],
    window: { from: day(21), to: day(27) },
    runs: [`run-${day(24)}`, `run-${day(27)}`],
    parts: [
      { rule: 'speed-spike', quantity: 'fastM', date: day(24), ratio: 2 },
      { rule: 'hill-spike', quantity: 'ascentM', date: day(27), ratio: 2 },
    ],
  });
});

test('six days apart is one after the other, seven days apart is not', () => {
  expect(stacked([...month, faster(24), hillier(30)])).toHaveLength(1);
  expect(stacked([...month, faster(24), hillier(31)])).toEqual([]);
});

test('one run that is longer and faster is a stack by itself', () => {
  const runs = [...month, mixed(24, { distanceM: 10_000, fastM: 1000 })];
  expect(stacked(runs)[0]?.parts.map(({ rule }) => rule)).toEqual([
    'session-distance-spike',
    'speed-spike',
  ]);
});

test('the single flags stay beside the stack', () => {
  const rules = flagsOf([...month, faster(24), hillier(27)]).map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['speed-spike', 'hill-spike']));
});

test('twice the same kind is no stack, and neither is a load spike beside its distance spike', () => {
  expect(stacked([...month, longer(24), mixed(26, { distanceM: 12_000 })])).toEqual([]);
});

test('a third kind within the seven days is told, the same two again are not', () => {
  const two = [...month, faster(24), hillier(26)];
  expect(stacked([...two, mixed(27, { fastM: 1500 })])).toHaveLength(1);
  const three = stacked([...two, mixed(27, { distanceM: 10_000 })]);
  expect(three.map(({ date }) => date)).toEqual([day(26), day(27)]);
  expect(three[1]?.parts).toHaveLength(3);
});

const OLD = { id: 'old', name: 'old', dropMm: 10, heelLiftMm: null, since: null };
const inShoes = (runs: readonly HistoryRun[], from: number, name: string): HistoryRun[] =>
  runs.map((run) => ({
    ...run,
    shoe: run.localDate < day(from) ? OLD : { ...OLD, id: name, name },
  }));

test('another shoe is one of the changes, six days before a rise and not seven', () => {
  const runs = [...month, ...easyRuns([18, 21], 8000)];
  const parts = (daysLater: number) =>
    stacked(inShoes([...runs, hillier(daysLater)], 21, 'new')).map((flag) =>
      flag.parts.map(({ rule, quantity }) => `${rule} ${quantity}`),
    );
  expect(parts(27)).toEqual([['hill-spike ascentM', 'shoe-change newShoes']]);
  expect(parts(28)).toEqual([]);
});

test('another surface is one of them too', () => {
  const trail = { ...easyRuns([24], 8000)[0], surface: 'trail' } as HistoryRun;
  const road = month.map((run): HistoryRun => ({ ...run, surface: 'road' }));
  const [flag] = stacked([...road, trail, faster(27)]);
  expect(flag?.parts.map(({ rule }) => rule)).toEqual(['speed-spike', 'surface-change']);
});

test('a shoe and a surface together are a stack; a sport beside a rise is none', () => {
  const trail = { ...easyRuns([24], 8000)[0], surface: 'trail' } as HistoryRun;
  const road = month.map((run): HistoryRun => ({ ...run, surface: 'road' }));
  expect(stacked(inShoes([...road, trail], 24, 'new'))).toHaveLength(1);
  const diary = diaryOf({ otherSports: [{ date: day(23), sport: 'tennis', durationS: null }] });
  expect(flagsOfRule('stacked-increases', [...month, faster(24)], undefined, diary)).toEqual([]);
});
