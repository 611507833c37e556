import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { garminExport, stravaExport } from '../../../fixtures/archives.ts';
import { encodeGpx } from '../../../fixtures/encode-gpx.ts';
import { encodedRun } from '../../../fixtures/encoded-run.ts';
import {
  DEFAULT_START_TIME_S,
  encodeFit,
  type RunSpec,
  syntheticRun,
} from '../../../fixtures/synthetic-run.ts';
import { ride, truncated } from '../../../fixtures/watch-file-variants.ts';
import { liveLine } from '../../../src/cli/live-line.ts';
import { reportCommand } from '../../../src/cli/report/command.ts';

const DAY_S = 86_400;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, bytes: Uint8Array | string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

/** An easy run so many days after Monday 2 March 2026. */
const specOf = (day: number, distanceM: number, spec: Partial<RunSpec> = {}): RunSpec => ({
  segments: [{ distanceM, speedMps: 2.78 }],
  startTimeS: DEFAULT_START_TIME_S + day * DAY_S,
  recording: 'smart',
  ...spec,
});

const activityOn = (...asked: Parameters<typeof specOf>) => syntheticRun(specOf(...asked));

const runOn = (day: number, distanceM: number, spec?: Partial<RunSpec>): Uint8Array =>
  encodedRun(specOf(day, distanceM, spec));

async function report(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const progress: string[] = [];
  const status = await reportCommand(
    ['--today', '2026-06-01', ...args],
    { print: (line) => printed.push(line), complain: (line) => complaints.push(line) },
    liveLine({ isTTY: true, columns: 80, write: (text) => progress.push(text) }),
  );
  return { status, printed, complaints, progress };
}

async function json(...args: string[]) {
  const { status, printed, complaints } = await report('--json', ...args);
  expect(printed).toHaveLength(1);
  return { status, complaints, history: JSON.parse(printed[0] as string) };
}

describe('report --json', () => {
  it('has every day from the first run to the last, rest days as 0 and what is unknown as null', async () => {
    put('a.fit', runOn(0, 5_000, { segments: [{ distanceM: 5_000, speedMps: 4.5 }] }));
    put('b.fit', runOn(2, 6_000, { altitude: 'none' }));
    const { status, history } = await json(folder);
    expect(status).toBe(0);
    const { days } = history;
    expect(days.map(({ date }: { date: string }) => date)).toEqual([
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
    ]);
    expect(days[0]).toMatchObject({ runCount: 1, distanceM: 5_000, ascentM: 0, fastM: null });
    expect(days[1]).toMatchObject({ runCount: 0, distanceM: 0, ascentM: 0, loadAeKm: 0 });
    expect(days[2]).toMatchObject({ runCount: 1, distanceM: 6_000, ascentM: null });
    expect(days[0].lowLoadAeKm).toBeLessThan(days[0].loadAeKm);
    expect(days[0].highLoadAeKm).toBeGreaterThan(days[0].loadAeKm);
  });

  it('has the weeks as the dashboard counts them, from the day the runner chooses', async () => {
    put('sunday.fit', runOn(6, 8_000));
    put('monday.fit', runOn(7, 4_000));
    const byMonday = (await json(folder)).history;
    expect(distances(byMonday.weeks)).toEqual([
      ['2026-03-02', 8_000],
      ['2026-03-09', 4_000],
    ]);
    const bySunday = (await json('--week-start', 'sunday', folder)).history;
    expect(distances(bySunday.weeks)).toEqual([['2026-03-08', 12_000]]);
    expect(bySunday.weeks[0].runIds).toEqual(bySunday.runs.map(({ id }: { id: string }) => id));
  });

  it('says of every flag why, and what to do, in the units of the runner', async () => {
    for (const day of [0, 2, 4]) put(`${day}.fit`, runOn(day, 5_000));
    put('long.fit', runOn(6, 10_000));
    const { history } = await json(folder);
    expect(history.flags).toContainEqual(
      expect.objectContaining({
        rule: 'session-distance-spike',
        date: '2026-03-08',
        observed: 10_000,
        ratio: 2,
        because: 'Sun 8 Mar: 10.0 km. Longest in the 30 days before: 5.0 km on 6 Mar (+100%).',
        advice: 'Keep the next runs at 5.0 km or less; no second long run this week.',
        evidence: ['cohort'],
      }),
    );
    const inMiles = (await json('--units', 'mi', folder)).history;
    expect(JSON.stringify(inMiles.flags)).toContain('Sun 8 Mar: 6.2 mi.');
  });

  it('counts a run once that is there as FIT and as GPX, and says which file counts', async () => {
    const activity = activityOn(0, 5_000, {
      position: { latitudeDeg: 0, longitudeDeg: -30 },
      recording: 'every-second',
    });
    const fit = put('a.fit', encodeFit(activity));
    const gpx = put('b.gpx', encodeGpx(activity));
    const { history } = await json(folder);
    expect(history.days).toHaveLength(1);
    expect(history.days[0]).toMatchObject({ runCount: 1 });
    expect(history.leftOut).toHaveLength(1);
    expect(history.leftOut).toMatchObject([{ file: gpx, reason: 'twin', countedIn: fit }]);
    const reversed = (await json(gpx, fit)).history;
    expect(reversed.leftOut).toMatchObject([{ file: gpx, reason: 'twin', countedIn: fit }]);
  });

  it('takes a copy that was cut short for the run that it is a part of', async () => {
    const whole = runOn(0, 5_000);
    const cut = put('a.fit', truncated(whole));
    const kept = put('b.fit', whole);
    const { history } = await json(folder);
    expect(history.runs).toHaveLength(1);
    expect(history.leftOut).toMatchObject([{ file: cut, reason: 'twin', countedIn: kept }]);
  });

  it('hears the Strava export where a file does not say its sport', async () => {
    const track = (day: number) =>
      encodeGpx(activityOn(day, 5_000, { position: { latitudeDeg: 0, longitudeDeg: -30 } }), {
        type: null,
      });
    const files = [
      { name: '1.gpx', bytes: track(0), type: 'Run' },
      { name: '2.gpx', bytes: track(1), type: 'Ride' },
    ];
    const { history } = await json(put('strava.zip', stravaExport(files)));
    expect(history.runs).toMatchObject([{ localDate: '2026-03-02' }]);
  });

  it('counts no ride that its watch calls a run', async () => {
    put('run.fit', runOn(0, 5_000));
    const path = put('ride.fit', runOn(1, 0, { segments: [{ distanceM: 20_000, speedMps: 7.5 }] }));
    const { history } = await json(folder);
    expect(history.runs).toHaveLength(1);
    expect(history.days).toHaveLength(1);
    expect(history.leftOut).toMatchObject([
      { file: path, reason: 'suspect-sport', countedIn: null },
    ]);
    const notCounted = `${path}: does not move like a run, so it is not counted.`;
    expect((await report(folder)).printed.slice(-3)).toEqual([
      notCounted,
      '',
      'General education, not medical advice.',
    ]);
    expect((await report(path)).printed).toEqual(['No runs were found.', notCounted]);
  });

  it('counts the same bytes once, in whatever archive they lie', async () => {
    const files = [
      { name: '1.fit', bytes: runOn(0, 5_000) },
      { name: '2.fit', bytes: runOn(1, 6_000) },
    ];
    const strava = put('strava.zip', stravaExport(files));
    const garmin = put('garmin.zip', garminExport(files));
    const { history, status } = await json(strava, garmin);
    expect(status).toBe(0);
    expect(distances(history.weeks)).toEqual([['2026-03-02', 11_000]]);
    expect(history.leftOut).toEqual([]);
  });

  it('names runs as the Strava export does', async () => {
    const files = [
      { name: '1.fit', bytes: runOn(0, 5_000), title: 'Round the lake', gear: 'Blue shoes' },
    ];
    const { history } = await json(put('strava.zip', stravaExport(files)));
    expect(history.runs).toMatchObject([
      {
        file: join(folder, 'strava.zip/activities/1.fit.gz'),
        title: 'Round the lake',
        gear: 'Blue shoes',
        startTime: '2026-03-02T07:00:00.000Z',
        localDate: '2026-03-02',
        distanceM: 5_000,
      },
    ]);
  });

  it('takes the gear of the export for the shoe of a run', async () => {
    const worn = (day: number, gear: string) => ({
      name: `${day}.fit`,
      bytes: runOn(day, 5_000),
      title: 'Run',
      gear,
    });
    const files = [0, 2, 4, 6].map((day) => worn(day, 'Blue shoes'));
    const zip = put('strava.zip', stravaExport([...files, worn(8, 'Red shoes')]));
    const { history } = await json(zip);
    expect(history.flags).toMatchObject([
      { rule: 'shoe-change', date: '2026-03-10', subject: 'Red shoes' },
    ]);
  });

  it('tells a match in a week of as much running as usual', async () => {
    for (let day = 0; day < 70; day += 3) put(`${day}.fit`, runOn(day, 5_000));
    put('match.fit', encodeFit({ ...activityOn(64, 5_000), sport: 'tennis' }));
    const { history } = await json(folder);
    expect(history.flags).toMatchObject([
      { rule: 'mixed-sports-week', date: '2026-05-05', subject: 'tennis' },
    ]);
  });

  it('keeps other sports out, and runs whose clock was wrong', async () => {
    put('run.fit', runOn(0, 5_000));
    put('ride.fit', ride());
    const late = put('late.fit', runOn(93, 7_000));
    const { history } = await json(folder);
    expect(history.runs).toHaveLength(1);
    expect(history.days).toHaveLength(1);
    expect(history.leftOut).toMatchObject([{ file: late, reason: 'wrong-clock', countedIn: null }]);
    expect((await json('--today', '2026-06-02', folder)).history.runs).toHaveLength(2);
  });

  it('goes on where a file cannot be judged, and says which', async () => {
    put('run.fit', runOn(0, 5_000));
    const noise = put('noise.fit', new Uint8Array(100).fill(7));
    const { status, complaints, history } = await json(folder, join(folder, 'missing.zip'));
    expect(status).toBe(1);
    expect(complaints).toHaveLength(2);
    expect(history.failed.map(({ path }: { path: string }) => path).sort()).toEqual([
      join(folder, 'missing.zip'),
      noise,
    ]);
    expect(history.runs).toHaveLength(1);
  });

  it('is empty without a run', async () => {
    const { history } = await json(put('ride.fit', ride()));
    expect(history).toMatchObject({ runs: [], days: [], weeks: [], flags: [] });
  });
});

describe('report without --json', () => {
  it('aligns a row a week, then says what was raised', async () => {
    for (const day of [0, 2, 4]) put(`${day}.fit`, runOn(day, 5_000));
    put('long.fit', runOn(9, 10_000));
    const { printed, status } = await report(folder);
    expect(status).toBe(0);
    const [heading = '', first = '', second = ''] = printed;
    expect(heading).toMatch(/^ *Week of +Runs +Distance +Climb +Uphill +Fast +Load$/);
    expect(first).toMatch(/^2026-03-02 +3 +15 km +0 m +0\.0 km +– +[\d.]+ AE-km$/);
    expect(second).toMatch(/^2026-03-09 +1 +10 km/);
    const spike = printed.findIndex((line) => line.startsWith('Wed 11 Mar 2026: '));
    expect(printed[spike]).toMatch(/usual\. Longest run in 30 days/);
    expect(printed[spike + 1]).toMatch(/^ {2}Wed 11 Mar: 10\.0 km\. Longest/);
    expect(printed.join('\n')).not.toContain('\u00a0');
  });

  it('marks a week above its usual range', async () => {
    for (let week = 0; week < 9; week++) {
      for (const day of [0, 3]) {
        put(`${week}-${day}.fit`, runOn(7 * week + day, week === 8 ? 9_000 : 5_000));
      }
    }
    const { printed } = await report(folder);
    expect(printed.find((line) => line.startsWith('2026-04-20'))).not.toMatch(/[△◆]/);
    expect(printed.find((line) => line.startsWith('2026-04-27'))).toMatch(/18 km [△◆]/);
  });

  it('adds up months, surfaces and shoes, and says of what it does not know all that it is a minimum', async () => {
    const files = [
      { name: '1.fit', bytes: runOn(0, 5_000), gear: 'Blue shoes' },
      { name: '2.fit', bytes: runOn(2, 6_000, { subSport: 'treadmill', altitude: 'none' }) },
      { name: '3.fit', bytes: runOn(30, 7_000), gear: 'Red shoes' },
    ];
    const { printed } = await report(put('strava.zip', stravaExport(files)));
    const row = (start: string) => printed.filter((line) => line.startsWith(start));
    expect(row('2026-03 ')).toEqual([
      expect.stringMatching(/^2026-03 +2 +11 km +≥ 0 m +≥ 0\.0 km/),
    ]);
    expect(row('2026-04 ')).toEqual([expect.stringMatching(/^2026-04 +1 +7 km +0 m/)]);
    expect(row('treadmill')).toEqual([expect.stringMatching(/^treadmill +1 +6 km +– +– +–/)]);
    expect(row('not said')).toEqual([expect.stringMatching(/^not said +2 +12 km/)]);
    expect(row('Blue shoes')).toEqual([expect.stringMatching(/^Blue shoes +2 +11 km/)]);
    expect(row('Red shoes')).toEqual([expect.stringMatching(/^Red shoes +1 +7 km/)]);
  });

  it('leaves out surfaces and shoes that no run tells of', async () => {
    put('run.fit', runOn(0, 5_000));
    const { printed } = await report(folder);
    expect(printed.join('\n')).not.toMatch(/Surface|Shoe|not said/);
  });

  it('says how often each rule spoke per 100 running weeks', async () => {
    for (const day of [0, 2, 4, 14, 16]) put(`${day}.fit`, runOn(day, day === 16 ? 10_000 : 5_000));
    const { printed } = await report(folder);
    const row = printed.find((line) => line.startsWith('session-distance-spike'));
    expect(row).toMatch(/^session-distance-spike +1 +50\.0 +1 +50\.0$/);
    expect(printed).toContain('Of 2 running weeks: calendar weeks with a run.');
  });

  it('shows the newest weeks and flags, and all of them with --all', async () => {
    // Every run stands alone, so each is the first in 30 days.
    for (let run = 0; run < 12; run++) put(`${run}.fit`, runOn(-31 * run, 3_000));
    const weeksIn = (printed: string[]) =>
      printed.filter((line) => /^20\d\d-\d\d-\d\d /.test(line)).map((line) => line.slice(0, 10));
    const daysIn = (printed: string[]) => printed.filter((line) => /: Worth knowing\. /.test(line));
    const newest = (await report(folder)).printed;
    expect(weeksIn(newest)).toHaveLength(26);
    expect(weeksIn(newest).at(-1)).toBe('2026-03-02');
    expect(newest).toContain('The last 26 of 50 weeks; --all shows every one.');
    expect(daysIn(newest)).toHaveLength(10);
    expect(daysIn(newest)[0]).toMatch(/^Mon 2 Mar 2026: /);
    expect(newest).toContain('The newest 10 of 11 flags; --all shows every one.');
    const all = (await report('--all', folder)).printed;
    expect(weeksIn(all)).toHaveLength(50);
    expect(daysIn(all)).toHaveLength(11);
    expect(all.join('\n')).not.toContain('--all');
  });

  it('says that there is nothing to report', async () => {
    expect((await report(put('ride.fit', ride()))).printed).toEqual(['No runs were found.']);
  });
});

describe('the progress of a report', () => {
  it('counts the files and leaves the line clean', async () => {
    put('run.fit', runOn(0, 5_000));
    const { progress } = await report(folder);
    expect(progress).toEqual(['\r\u001b[K100% · 1 of 1 file read', '\r\u001b[K']);
  });
});

describe('the options of report', () => {
  it.each([
    [[], 'No folder, archive or file'],
    [['--units', 'furlong', 'a.fit'], 'neither km nor mi'],
    [['--week-start', 'friday', 'a.fit'], 'neither monday nor sunday'],
    [['--time-zone', 'Mars/Base', 'a.fit'], 'not a time zone'],
    [['--fast-pace', 'quick', 'a.fit'], 'not a pace'],
    [['--today', '2026-02-30', 'a.fit'], 'not a day'],
    [['--jsn', 'a.fit'], "Unknown option '--jsn'"],
  ])('refuses %j with a sentence and the help', async (args, sentence) => {
    const { status, printed, complaints } = await report(...args);
    expect(status).toBe(2);
    expect(printed).toEqual([]);
    expect(complaints.join('\n')).toContain(sentence);
    expect(complaints.join('\n')).toContain('Usage: npm run -s report');
  });

  it('prints help and version and does nothing else', async () => {
    expect((await report('--help')).printed.join()).toMatch(/^Usage: /);
    expect((await report('--version')).printed.join()).toMatch(/^achilles-watch \d/);
  });
});

const distances = (weeks: { start: string; quantities: { distanceM: { value: number } } }[]) =>
  weeks.map(({ start, quantities }) => [start, quantities.distanceM.value]);
