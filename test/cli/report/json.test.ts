import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { garminExport, stravaExport, stravaTableText } from '../../../fixtures/archives.ts';
import { encodeGpx } from '../../../fixtures/encode-gpx.ts';
import { encodeFit } from '../../../fixtures/synthetic-run.ts';
import { ride, settingsFile, truncated } from '../../../fixtures/watch-file-variants.ts';
import {
  activityOn,
  distances,
  folder,
  freshFolderForEachTest,
  json,
  put,
  report,
  runOn,
} from './report-in-folder.ts';

freshFolderForEachTest();

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
    const noise = put('no\nise.fit', new Uint8Array(100).fill(7));
    const { status, complaints, history } = await json(folder, join(folder, 'missing.zip'));
    expect(status).toBe(1);
    expect(complaints).toHaveLength(2);
    expect(complaints.join()).not.toContain('\n');
    expect(history.failed.map(({ path }: { path: string }) => path).sort()).toEqual([
      join(folder, 'missing.zip'),
      noise,
    ]);
    expect(history.runs).toHaveLength(1);
  });

  it('says of every file what became of it', async () => {
    const run = runOn(0, 5_000);
    const noise = new Uint8Array([...new Uint8Array(8), ...new TextEncoder().encode('.FIT'), 1, 2]);
    for (const name of ['run.fit', 'same.fit', 'again.fit']) put(name, run);
    put('ride.fit', ride());
    put('settings.fit', settingsFile());
    for (const name of ['noise.fit', 'same-noise.fit']) put(name, noise);
    const { history } = await json(folder);
    expect(history.files).toEqual({
      withRuns: 1,
      otherSports: 1,
      sameBytes: 2,
      notActivities: 1,
    });
    expect(history.failed).toHaveLength(2);
  });

  it('counts what was typed in by hand on Strava, and tells of a table that it cannot read', async () => {
    const files = [{ name: '1.fit', bytes: runOn(0, 5_000) }];
    put('export/activities.csv', stravaTableText(files, { manualEntries: 3 }));
    const other = put('other/activities.csv', 'a;b\n1;2\n');
    const { status, complaints, history } = await json(folder);
    expect(history.withoutFile).toBe(3);
    expect(complaints).toEqual([expect.stringContaining(`${other}: The table of activities`)]);
    expect([status, history.failed]).toEqual([0, []]);
  });

  it('is empty without a run', async () => {
    const { history } = await json(put('ride.fit', ride()));
    expect(history).toMatchObject({ runs: [], days: [], weeks: [], flags: [] });
  });
});
