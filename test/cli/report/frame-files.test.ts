import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeFit, syntheticRun } from '../../../fixtures/synthetic-run.ts';
import { ride } from '../../../fixtures/watch-file-variants.ts';
import { reportCommand } from '../../../src/cli/report/command.ts';
import { csvOf, frameOf } from '../../../src/cli/report/data-frame.ts';
import { writeFrameFile } from '../../../src/cli/report/frame-files.ts';
import { FRAME_NAMES } from '../../../src/cli/report/frame-names.ts';

let folder: string;
let run: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frame-files-'));
  run = join(folder, 'run.fit');
  const segments = [{ distanceM: 2_000, speedMps: 2.78 }];
  writeFileSync(run, encodeFit(syntheticRun({ segments, recording: 'smart' })));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function report(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const progress: string[] = [];
  const status = await reportCommand(
    args,
    { print: (line) => printed.push(line), complain: (line) => complaints.push(line) },
    { update: (words) => progress.push(words(80)), clear: () => {} },
  );
  return { status, printed, complaints, progress };
}

describe('report --csv and --xlsx', () => {
  it('write a file for each frame into a new folder and all of them into a workbook, and say so', async () => {
    const [csv, xlsx] = [join(folder, 'new', 'csv'), join(folder, 'history.xlsx')];
    const { status, printed, complaints, progress } = await report(
      '--csv',
      csv,
      '--xlsx',
      xlsx,
      run,
    );
    expect(status).toBe(0);
    const files = [...FRAME_NAMES.map((name) => join(csv, `${name}.csv`)), xlsx];
    expect(complaints).toEqual(files.map((file) => `Written: ${file}`));
    for (const file of files) expect(existsSync(file)).toBe(true);
    expect(printed[0]).toMatch(/^Week of/);
    expect(progress).toContain('Writing runs.csv · 1 of 9');
    expect(progress.at(-1)).toBe('Writing history.xlsx · 9 of 9');
  });

  it('print nothing but JSON beside them with --json', async () => {
    const csv = join(folder, 'csv');
    const { printed } = await report('--json', '--csv', csv, run);
    expect(printed).toHaveLength(1);
    expect(JSON.parse(printed[0] as string).runs).toHaveLength(1);
    expect(existsSync(join(csv, 'days.csv'))).toBe(true);
  });

  it('give the days columns of training load only when asked', async () => {
    const heading = (name: string) =>
      readFileSync(join(folder, name, 'days.csv'), 'utf8').split('\n')[0];
    await report('--csv', join(folder, 'plain'), run);
    await report('--csv', join(folder, 'more'), '--training-load', run);
    expect(heading('more')).toBe(`${heading('plain')},acuteAeKm,chronicAeKm,monotony,strainAeKm`);
  });

  it('replace nothing before they are told to, and read nothing either', async () => {
    const csv = join(folder, 'csv');
    mkdirSync(csv);
    const days = join(csv, 'days.csv');
    writeFileSync(days, 'mine');
    const refused = await report('--csv', csv, run);
    expect(refused).toMatchObject({ status: 1, printed: [], progress: [] });
    expect(refused.complaints).toEqual([
      `${days} is there already: name another place, or replace it with --force.`,
    ]);
    expect(readFileSync(days, 'utf8')).toBe('mine');
    expect((await report('--csv', csv, '--force', run)).status).toBe(0);
    expect(readFileSync(days, 'utf8')).toMatch(/^date,week,/);
  });

  it('say what stands in the way before a history is read', async () => {
    const missing = join(folder, 'missing', 'a.xlsx');
    expect((await report('--xlsx', missing, run)).complaints).toEqual([
      `There is no folder ${join(folder, 'missing')} to write ${missing} in.`,
    ]);
    expect((await report('--csv', run, run)).complaints).toEqual([
      `${run} is a file, not a folder: name another for --csv.`,
    ]);
    const taken = join(folder, 'a.xlsx');
    mkdirSync(taken);
    expect((await report('--xlsx', taken, '--force', run)).complaints).toEqual([
      `${taken} is a folder: nothing can be written there.`,
    ]);
  });

  it('write nothing of a history without a run', async () => {
    const file = join(folder, 'ride.fit');
    writeFileSync(file, ride());
    const csv = join(folder, 'csv');
    const { status, printed, complaints } = await report('--csv', csv, file);
    expect(status).toBe(0);
    expect(printed).toEqual(['No runs were found.']);
    expect(complaints).toEqual(['Nothing was written, because no runs were found.']);
    expect(existsSync(csv)).toBe(false);
  });

  it('refuse a workbook by another name', async () => {
    const { status, complaints } = await report('--xlsx', 'history.xls', run);
    expect(status).toBe(2);
    expect(complaints.join()).toContain('let it end in .xlsx');
  });
});

describe('a file that cannot be written', () => {
  it('is told in words', async () => {
    const written = async (file: string, force = false) => writeFrameFile(file, 'text', force);
    expect(await written(join(run, 'a.csv'))).toMatchObject({
      ok: false,
      error: `${join(run, 'a.csv')}: a part of this path is a file, not a folder.`,
    });
    expect(await written(run)).toMatchObject({
      ok: false,
      error: expect.stringContaining('--force'),
    });
    expect(await written(folder, true)).toMatchObject({
      ok: false,
      error: `${folder}: it is a folder.`,
    });
  });
});

describe.runIf(existsSync('/proc/self'))('a folder that cannot be made', () => {
  it('is told in words, and soon', async () => {
    const { status, complaints } = await report('--csv', '/proc/no-such/folder', run);
    expect(status).toBe(1);
    expect(complaints).toEqual(['/proc/no-such/folder/runs.csv: it may not be written there.']);
  });
});

describe('CSV', () => {
  const line = (cell: string | number | boolean | null) =>
    csvOf(
      frameOf(
        [cell],
        [
          ['first', () => 1],
          ['cell', (value) => value],
          ['last', () => 2],
        ],
      ),
    );

  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['@now, please', '"\'@now, please"'],
    [-0.30000000000000004, '-0.30000000000000004'],
    [false, 'false'],
    [0, '0'],
    [null, ''],
  ])('has %j as %s', (cell, text) => {
    expect(line(cell)).toBe(`first,cell,last\n1,${text},2\n`);
  });

  it('has its heading where there is no row', () => {
    expect(
      csvOf(
        frameOf(
          [],
          [
            ['one', () => 1],
            ['two', () => 2],
          ],
        ),
      ),
    ).toBe('one,two\n');
  });
});
