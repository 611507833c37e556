import { describe, expect, it } from 'vitest';
import { stravaExport } from '../../../fixtures/archives.ts';
import { ride } from '../../../fixtures/watch-file-variants.ts';
import { folder, freshFolderForEachTest, put, report, runOn } from './report-in-folder.ts';

freshFolderForEachTest();

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
