import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const biome = join(checkout, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

let planted: string;

beforeAll(() => {
  planted = mkdtempSync(join(tmpdir(), 'boundaries-'));
  for (const file of ['biome.json', 'web/client/types-only.grit']) {
    cpSync(join(checkout, file), join(planted, file), { recursive: true });
  }
});

afterAll(() => rmSync(planted, { recursive: true }));

/** What the project's own linter says of one file put at `path`. */
function lint(path: string, source: string): { passes: boolean; output: string } {
  const file = join(planted, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${source}\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', file], {
    cwd: planted,
    encoding: 'utf8',
  });
  rmSync(file);
  return { passes: status === 0, output: `${stdout}${stderr}` };
}

const take = (from: string) => `import { thing } from '${from}';\nconsole.info(thing);`;
const takeType = (from: string) =>
  `import type { Thing } from '${from}';\nexport type Mine = Thing;`;

describe('the linter keeps the rooms apart', () => {
  it.each([
    ['the analysis takes an importer', 'src/analysis/a.ts', take('../import/sniff.ts')],
    [
      'the analysis takes even a type of an importer',
      'src/analysis/a.ts',
      takeType('../import/sniff.ts'),
    ],
    ['the analysis takes a package', 'src/analysis/a.ts', take('hono')],
    ['a flag rule takes the platform', 'src/analysis/flags/a.ts', take('node:fs')],
    ['the planner takes the platform', 'src/analysis/planner/a.ts', take('node:fs')],
    ['the analysis asks the clock', 'src/analysis/a.ts', 'export const today = new Date();'],
    ['an importer takes storage', 'src/import/a.ts', take('../athlete/athlete.ts')],
    [
      'an importer other than the one file takes the FIT SDK',
      'src/import/fit/a.ts',
      take('@garmin/fitsdk'),
    ],
    ['an importer unzips', 'src/import/a.ts', take('fflate')],
    [
      'an importer other than the one file takes the XML parser',
      'src/import/gpx.ts',
      take('fast-xml-parser'),
    ],
    ['Strava takes an importer', 'src/strava/a.ts', take('../import/sniff.ts')],
    ['Strava takes storage', 'src/strava/a.ts', take('../athlete/athlete.ts')],
    ['Strava takes the platform', 'src/strava/a.ts', take('node:http')],
    [
      'a file of Strava other than the client takes strava-v3',
      'src/strava/a.ts',
      take('strava-v3'),
    ],
    ['an importer takes Strava', 'src/import/a.ts', take('../strava/client.ts')],
    ['the athlete takes strava-v3', 'src/athlete/a.ts', take('strava-v3')],
    ['accounts take Strava', 'src/account/a.ts', take('../strava/oauth.ts')],
    ['archives take the platform', 'src/archive/a.ts', take('node:fs')],
    ['archives take an importer', 'src/archive/a.ts', take('../import/sniff.ts')],
    ['the athlete takes sessions', 'src/athlete/a.ts', take('../account/sessions.ts')],
    ['the athlete takes a route', 'src/athlete/a.ts', take('../routes/imports.ts')],
    ['accounts take running', 'src/account/a.ts', take('../import/decode-file.ts')],
    ['a route takes the command line', 'src/routes/a.ts', take('../cli/analyze.ts')],
    ['a page takes storage', 'web/pages/a.tsx', take('../../src/athlete/athlete.ts')],
    ['the browser takes code from src', 'web/client/a.ts', take('../../src/analysis/history.ts')],
    [
      'the browser takes code from another room than the archives',
      'web/client/imports/a.ts',
      take('../../../src/import/archive/decode-file.ts'),
    ],
    [
      'a command other than the one file takes danfojs',
      'src/cli/report/a.ts',
      take('danfojs-node'),
    ],
    ['a command other than the one file writes workbooks', 'src/cli/report/a.ts', take('xlsx')],
    ['the file of the data frames writes workbooks', 'src/cli/report/data-frame.ts', take('xlsx')],
    ['a route takes danfojs', 'src/routes/a.ts', take('danfojs-node')],
    ['a browser module outside charts takes Chart.js', 'web/client/a.ts', take('chart.js')],
  ])('fails when %s', (_, path, source) => {
    const { passes, output } = lint(path, source);
    expect(passes, output).toBe(false);
    expect(output).toMatch(/noRestrictedImports|noRestrictedGlobals|plugin/);
  });

  it.each([
    ['the analysis takes its own', 'src/analysis/a.ts', take('./grade.ts')],
    ['a flag rule takes the analysis', 'src/analysis/flags/a.ts', take('../policy.ts')],
    ['the planner takes the rules', 'src/analysis/planner/a.ts', take('../flags/flag.ts')],
    ['an importer takes the analysis', 'src/import/fit/a.ts', take('../../analysis/result.ts')],
    ['the one file takes the FIT SDK', 'src/import/fit/fit-sdk.ts', take('@garmin/fitsdk')],
    [
      'the one file takes the XML parser',
      'src/import/xml/walk-elements.ts',
      take('fast-xml-parser'),
    ],
    ['Strava takes the analysis', 'src/strava/a.ts', take('../analysis/result.ts')],
    ['the client takes strava-v3', 'src/strava/client.ts', take('strava-v3')],
    ['the athlete takes Strava', 'src/athlete/a.ts', take('../strava/client.ts')],
    ['archives unzip', 'src/archive/a.ts', take('fflate')],
    ['the athlete takes sealed text', 'src/athlete/a.ts', take('../account/sealed-text.ts')],
    ['the athlete takes the analysis', 'src/athlete/a.ts', take('../analysis/history.ts')],
    ['a route takes storage', 'src/routes/a.ts', take('../athlete/athlete.ts')],
    [
      'the browser takes a type from src',
      'web/client/a.ts',
      takeType('../../src/analysis/history.ts'),
    ],
    [
      'the browser takes code from the archives',
      'web/client/imports/a.ts',
      take('../../../src/archive/walk-archive.ts'),
    ],
    ['the one file takes danfojs', 'src/cli/report/data-frame.ts', take('danfojs-node')],
    ['the one file writes workbooks', 'src/cli/report/workbook.ts', take('xlsx')],
    ['a chart takes Chart.js', 'web/client/charts/a.ts', take('chart.js')],
  ])('passes when %s', (_, path, source) => {
    const { passes, output } = lint(path, source);
    expect(passes, output).toBe(true);
  });
});
