/** What is written for coaches and researchers is what the dashboard shows, to the last digit. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stravaExport } from '../../../fixtures/archives.ts';
import { DAILY_QUANTITIES } from '../../../src/analysis/daily-load.ts';
import { type DashboardView, dashboardView } from '../../../src/analysis/dashboard-view.ts';
import { type History, judgeHistory } from '../../../src/analysis/history.ts';
import { type LocalDate, localDateAt } from '../../../src/analysis/local-date.ts';
import { runExposure } from '../../../src/analysis/run-exposure.ts';
import { trainingLoad } from '../../../src/analysis/training-load.ts';
import { reportCommand } from '../../../src/cli/report/command.ts';
import { type Cell, type FrameRow, frameOf, rowsOf } from '../../../src/cli/report/data-frame.ts';
import type { FrameName } from '../../../src/cli/report/frame-names.ts';
import { groupedRuns } from '../../../src/cli/report/grouped-runs.ts';
import { decodeFile } from '../../../src/import/decode-file.ts';
import { type Frames, framesOfCsv, framesOfXlsx, type Row } from './frames-read-back.ts';
import { variedHistory, type WatchFile } from './varied-history.ts';

const SETTINGS = { weekStart: 1, fastThresholdMps: null } as const;
const UTC_OFFSET_S = 3600;

let folder: string;
let history: History;
let view: DashboardView;
let csv: Frames;
let sheets: Frames;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'frames-'));
  const files = variedHistory();
  const archive = join(folder, 'export.zip');
  writeFileSync(archive, stravaExport(files.map(exported)));
  history = dashboardHistory(files);
  view = dashboardView(history, history.days.dates.at(-1) as LocalDate);
  const [csvFolder, xlsxFile] = [join(folder, 'csv'), join(folder, 'history.xlsx')];
  const written = ['--training-load', '--csv', csvFolder, '--xlsx', xlsxFile];
  const status = await reportCommand(
    ['--json', '--today', '2026-03-01', ...written, archive],
    { print: () => {}, complain: () => {} },
    { update: () => {}, clear: () => {} },
  );
  expect(status).toBe(0);
  csv = await framesOfCsv(csvFolder);
  sheets = await framesOfXlsx(xlsxFile);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

const exported = ({ name, bytes, title, gear }: WatchFile) => ({
  name,
  bytes,
  title,
  ...(gear !== undefined && { gear }),
});

/** As the app imports, places and judges the same files. */
function dashboardHistory(files: readonly WatchFile[]): History {
  const runs = files.map(({ name, bytes, shoe }) => {
    const decoded = decodeFile(bytes);
    if (!decoded.ok) throw new Error(name);
    const [activity] = decoded.value.activities;
    if (activity === undefined) throw new Error(name);
    return {
      id: name,
      localDate: localDateAt(activity.startTimeS, UTC_OFFSET_S),
      startTimeS: activity.startTimeS,
      subSport: activity.subSport,
      shoe: shoe === null ? null : shoeNamed(shoe),
      exposure: runExposure(activity),
    };
  });
  return judgeHistory(runs, SETTINGS, runs.at(-1)?.localDate as LocalDate);
}

const shoeNamed = (name: string) => ({
  id: name,
  name,
  dropMm: null,
  heelLiftMm: null,
  since: null,
});

const known = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? null : value;

describe.each(['csv', 'xlsx'] as const)('the frames read back from %s', (format) => {
  let frames: Frames;
  beforeAll(() => {
    frames = format === 'csv' ? csv : sheets;
  });

  it('have the weeks of the dashboard, each number the same', () => {
    expect(view.weeks).toHaveLength(53);
    expect(frames.weeks).toHaveLength(history.weeks.length);
    const shown = frames.weeks.slice(-view.weeks.length);
    for (const [
      index,
      { start, end, isPartial, runIds, quantities, volume, speedBands },
    ] of view.weeks.entries()) {
      const row = shown[index] as Row;
      expect(row).toMatchObject({ start, end, isPartial, runCount: runIds.length });
      for (const quantity of DAILY_QUANTITIES) {
        const { value, unknownRuns, usual, level } = quantities[quantity];
        expect(row[quantity]).toBe(value);
        expect(row[`${quantity}_unknownRuns`]).toBe(unknownRuns);
        expect(row[`${quantity}_usualLow`]).toBe(usual?.low ?? null);
        expect(row[`${quantity}_usualHigh`]).toBe(usual?.high ?? null);
        expect(row[`${quantity}_level`]).toBe(level);
      }
      expect(row.flatVolumeM).toBe(volume.flatM);
      expect(row.hillVolumeM).toBe(volume.hillM);
      expect(row.fastVolumeM).toBe(volume.fastM);
      expect(row.veryFastBandS).toBe(speedBands?.veryFast.seconds ?? null);
    }
  });

  it('have every day of the history and the load line of the dashboard, with training load when asked', () => {
    const load = trainingLoad(history.days);
    expect(frames.days.map(({ date }) => date)).toEqual(history.days.dates);
    for (const [index, row] of frames.days.entries()) {
      for (const quantity of DAILY_QUANTITIES) {
        expect(row[quantity]).toBe(known(history.days.columns[quantity][index]));
      }
      expect(row.acuteAeKm).toBe(load.acuteAeKm[index]);
      expect(row.monotony).toBe(known(load.monotony[index]));
    }
    const line = view.loadLine;
    const shown = frames.days.slice(-(line?.loadAeKm.length ?? 0));
    expect(shown[0]?.date).toBe(line?.firstDate);
    expect(shown.map(({ sevenDayLoadAeKm }) => sevenDayLoadAeKm)).toEqual(line?.loadAeKm);
    expect(shown.map(({ sevenDayHighAeKm }) => sevenDayHighAeKm)).toEqual(line?.highAeKm);
    expect(shown.map(({ usualHighAeKm }) => usualHighAeKm)).toEqual(line?.usualHighAeKm);
  });

  it('have the months of the dashboard beside the sums of calendar months', () => {
    expect(view.months).not.toBeNull();
    for (const { start, quantities, load } of view.months ?? []) {
      const row = frames.months.find(({ month }) => month === start.slice(0, 7)) as Row;
      expect(row.averageWeek_distanceM).toBe(quantities.distanceM.value);
      expect(row.averageWeek_ascentM).toBe(quantities.ascentM.value);
      expect(row.averageWeek_fastS).toBe(quantities.fastS.value);
      expect(row.averageWeek_loadAeKm).toBe(load?.loadAeKm ?? null);
    }
    expect(frames.months.find(({ month }) => month === '2025-06')).toMatchObject({
      runCount: 0,
      distanceM: 0,
      distanceM_unknownRuns: 0,
    });
  });

  it('have the flags of the dashboard, each with its arithmetic', () => {
    expect(view.flags.length).toBeGreaterThan(0);
    const rules = new Set(history.flags.map(({ rule }) => rule));
    expect(rules).toContain('shoe-change');
    expect(rules.size).toBeGreaterThan(4);
    expect(frames.flags).toHaveLength(history.flags.length);
    for (const [index, flag] of history.flags.entries()) {
      const { rule, date, level, quantity, observed, threshold, baseline, ratio } = flag;
      const arithmetic = { rule, date, level, quantity, observed, threshold, baseline, ratio };
      expect(frames.flags[index]).toMatchObject(arithmetic);
    }
    for (const { rule, date } of view.flags) {
      expect(frames.flags).toContainEqual(expect.objectContaining({ rule, date }));
    }
  });

  it('group runs by week as the dashboard adds them up', () => {
    const [first] = frames.runs as FrameRow[];
    const columns = Object.keys(first as FrameRow);
    const runs = frameOf(
      frames.runs as FrameRow[],
      columns.map((name) => [name, (row) => row[name] as Cell]),
    );
    const groups = rowsOf(groupedRuns(runs, 'week'));
    for (const { start, runIds, quantities } of view.weeks) {
      const group = groups.find(({ week }) => week === start);
      if (runIds.length === 0) expect(group).toBeUndefined();
      else expect(group?.runCount).toBe(runIds.length);
      for (const quantity of group === undefined ? [] : DAILY_QUANTITIES) {
        expect(group?.[quantity]).toBe(quantities[quantity].value);
        expect(group?.[`${quantity}_unknownRuns`]).toBe(quantities[quantity].unknownRuns);
      }
    }
  });

  it('leave empty what is not known, and have 0 where nothing was run', () => {
    const treadmill = frames.runs.filter(({ surface }) => surface === 'treadmill');
    expect(treadmill.length).toBeGreaterThan(10);
    for (const run of treadmill) expect(run).toMatchObject({ ascentM: null, uphillM: null });
    const ofSurface = frames.surfaces.find(({ surface }) => surface === 'treadmill');
    expect(ofSurface).toMatchObject({
      runCount: treadmill.length,
      ascentM: null,
      ascentM_unknownRuns: treadmill.length,
    });
    expect(frames.days.find(({ date }) => date === '2025-01-08')).toMatchObject({ ascentM: 0 });
  });

  it('say the shoe of a run as the export names it, of a run it says nothing of that of the run before', () => {
    const red = format === 'csv' ? '\'=Red, "new"' : '=Red, "new"';
    expect(frames.shoes.map(({ shoe, runCount }) => [shoe, runCount])).toEqual([
      ['Blue shoes', 66],
      [red, 40],
      [null, 4],
    ]);
    expect(frames.runs.find(({ title }) => title === 'Easy, then "fast"')).toBeDefined();
  });

  it('count how often a rule spoke, so that it can be counted again', () => {
    const runningWeeks = new Set(frames.runs.map(({ week }) => week)).size;
    for (const { rule, flagCount, weekCount, flagsPer100Weeks, ...row } of frames.rules.slice(
      0,
      -1,
    )) {
      const flags = frames.flags.filter((flag) => flag.rule === rule);
      expect(flagCount).toBe(flags.length);
      expect(weekCount).toBe(new Set(flags.map(({ week }) => week)).size);
      expect(row.runningWeeks).toBe(runningWeeks);
      expect(flagsPer100Weeks).toBe((100 * flags.length) / runningWeeks);
    }
    expect(frames.rules.at(-1)).toMatchObject({ rule: 'any load rule, above or worse' });
  });
});

describe('the columns', () => {
  it('stand in an order that programs can rely on', () => {
    const head = (name: FrameName, count: number) =>
      Object.keys(sheets[name][0] as Row).slice(0, count);
    expect(head('runs', 12)).toEqual(
      [
        'id',
        'date',
        'week',
        'month',
        'startTime',
        'title',
        'shoe',
        'surface',
        'subSport',
        ...DAILY_QUANTITIES,
      ].slice(0, 12),
    );
    expect(head('days', 99)).toEqual([
      'date',
      'week',
      'month',
      'runCount',
      ...DAILY_QUANTITIES,
      'lowLoadAeKm',
      'highLoadAeKm',
      'sevenDayLoadAeKm',
      'sevenDayLowAeKm',
      'sevenDayHighAeKm',
      'usualLowAeKm',
      'usualHighAeKm',
      'acuteAeKm',
      'chronicAeKm',
      'monotony',
      'strainAeKm',
    ]);
    expect(head('weeks', 9)).toEqual([
      'start',
      'end',
      'isPartial',
      'runCount',
      'distanceM',
      'distanceM_unknownRuns',
      'distanceM_usualLow',
      'distanceM_usualHigh',
      'distanceM_level',
    ]);
    expect(head('months', 4)).toEqual(['month', 'runCount', 'distanceM', 'distanceM_unknownRuns']);
    for (const name of ['surface', 'shoe'] as const) {
      expect(head(`${name}s`, 6)).toEqual([
        name,
        'runCount',
        'firstDate',
        'lastDate',
        'distanceM',
        'distanceM_unknownRuns',
      ]);
    }
    expect(head('flags', 7)).toEqual([
      'date',
      'week',
      'rule',
      'level',
      'quantity',
      'observed',
      'threshold',
    ]);
    expect(head('rules', 99)).toEqual([
      'rule',
      'flagCount',
      'weekCount',
      'runningWeeks',
      'flagsPer100Weeks',
      'weeksPer100Weeks',
    ]);
  });
});
