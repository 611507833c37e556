import { mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { stravaExport } from '../../../fixtures/archives.ts';
import { encodeFit } from '../../../fixtures/encode-fit.ts';
import { syntheticRun } from '../../../fixtures/synthetic-run.ts';
import {
  badCrc,
  clockNeverSet,
  settingsFile,
  severalSessions,
  truncated,
  withoutRecords,
} from '../../../fixtures/watch-file-variants.ts';
import {
  aWeek,
  EASY,
  file,
  folder,
  INTERVALS,
  json,
  oneFolderForAllTests,
  run,
} from './analyze-in-folder.ts';

oneFolderForAllTests();

describe('analyze --json', () => {
  it('prints a run as its session and samples have it', async () => {
    const path = run('one.fit', {
      segments: [
        { speedMps: 2.5, durationS: 800, gradePercent: 8 },
        { speedMps: 2.5, durationS: 800, gradePercent: -8 },
      ],
      pauses: [{ afterTimerS: 300, durationS: 60 }],
    });
    const { status, lines } = await json(path);
    expect(status).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ file: path, status: 'ok', warnings: [], records: 1602 });
    expect(lines[0]).not.toHaveProperty('error');
    const [activity] = lines[0].activities;
    expect(activity).toMatchObject({
      sport: 'running',
      subSport: 'generic',
      startTime: '2026-03-02T07:00:00.000Z',
      localDate: '2026-03-02',
      distanceM: 4000,
      timerS: 1600,
      elapsedS: 1660,
      ascentM: 160,
      descentM: 160,
      ascentOrigin: 'device',
      avgCadenceSpm: 170,
      avgHeartRateBpm: 145,
      samples: 1602,
    });
    expect(activity.movingS).toBeCloseTo(1600, 0);
    expect(activity.derivedAscentM).toBeGreaterThan(155);
    expect(activity.hills.uphillM).toBeGreaterThan(1960);
    expect(activity.hills.steepUphillM).toBe(0);
    expect(activity.hills.bands.down.metres).toBeGreaterThan(1960);
    expect(activity.achilles.modelVersion).toBe('achilles-1');
  });

  it('leaves unknown what only history can tell', async () => {
    const [line] = (await json(run('alone.fit', { segments: [EASY] }))).lines;
    expect(line.activities[0].hills).toMatchObject({ fastDownhillS: null, hillSprints: null });
    expect(line.activities[0].speed).toEqual({
      fastM: null,
      fastS: null,
      bands: null,
      fastThresholdMps: null,
      fastOrigin: null,
      criticalSpeedMps: null,
    });
  });

  it('judges each run by the files given with it, in whatever order', async () => {
    const { easy, intervals } = aWeek();
    const { lines } = await json(intervals, ...easy);
    expect(lines.map((line) => line.file)).toEqual([intervals, ...easy]);
    const { speed } = lines[0].activities[0];
    expect(speed.fastOrigin).toBe('usual-speed');
    expect(speed.fastThresholdMps).toBeCloseTo(1.25 * 2.75, 1);
    expect(speed.fastM).toBeGreaterThan(1180);
    expect(speed.fastM).toBeLessThan(1220);
    expect(lines[1].activities[0].speed.fastM).toBeNull();
  });

  it('takes a file given twice as one run, and says in which file it counts', async () => {
    const { easy, intervals } = aWeek();
    const [first] = easy as [string, ...string[]];
    const { lines } = await json(...Array.from({ length: 6 }, () => first), intervals);
    expect(lines).toHaveLength(7);
    expect(lines[6].activities[0].speed.fastM).toBeNull();
    expect(lines[0].warnings).toEqual([]);
    expect(lines[1].warnings).toEqual([
      { kind: 'same-run', message: expect.stringContaining(first) },
    ]);
    expect(lines[1].activities).toEqual(lines[0].activities);
  });

  it('judges a run that cannot be placed in time by itself', async () => {
    const [line] = (await json(file('clock.fit', clockNeverSet()))).lines;
    expect(line.warnings.map(({ kind }: { kind: string }) => kind)).toContain('clock-not-set');
    expect(line.activities[0].hills).toMatchObject({ uphillM: 0, hillSprints: null });
    expect(line.activities[0].achilles.loadAeKm).toBeCloseTo(1.668, 2);
  });

  it('takes the pace of the runner as the threshold when told to', async () => {
    const path = run('paced.fit', { segments: INTERVALS });
    const [line] = (await json('--fast-pace', '4:30', path)).lines;
    expect(line.activities[0].speed.fastOrigin).toBe('runner');
    expect(line.activities[0].speed.fastThresholdMps).toBeCloseTo(1000 / 270, 3);
    expect(line.activities[0].speed.fastM).toBeGreaterThan(1180);
  });

  it('lists every sport and judges only running', async () => {
    const [line] = (await json(file('triathlon.fit', severalSessions()))).lines;
    expect(line.activities.map(({ sport }: { sport: string }) => sport)).toEqual([
      'running',
      'cycling',
      'running',
    ]);
    const [, cycling] = line.activities;
    expect(cycling).toMatchObject({ distanceM: 13_500, timerS: 1800, movingS: null });
    expect(cycling).toMatchObject({ hills: null, speed: null, achilles: null });
    expect(line.activities[2].achilles.loadAeKm).toBeGreaterThan(1);
  });

  it('keeps unknown climb null on a treadmill, and takes the calibrated distance', async () => {
    const path = run('treadmill.fit', {
      segments: [EASY],
      subSport: 'treadmill',
      altitude: 'none',
      calibrationFactor: 1.1,
    });
    const [line] = (await json(path)).lines;
    expect(line.activities[0]).toMatchObject({
      distanceM: 6050,
      ascentM: null,
      ascentOrigin: null,
      derivedAscentM: null,
      hills: null,
    });
    expect(line.warnings.map(({ kind }: { kind: string }) => kind)).toContain(
      'distance-calibrated',
    );
  });

  it('unpacks gzip', async () => {
    const path = file('one.fit.gz', gzipSync(encodeFit(syntheticRun({ segments: [EASY] }))));
    const { status, lines } = await json(path);
    expect(status).toBe(0);
    expect(lines[0].activities[0].distanceM).toBe(5500);
  });

  it('leaves archives to the report, and says so', async () => {
    const { status, lines } = await json(file('export.zip', stravaExport([])));
    expect(status).toBe(1);
    expect(lines[0].error).toMatchObject({ kind: 'unsupported-format' });
    expect(lines[0].error.message).toContain('npm run -s report');
  });

  it('judges damaged files as far as they go, and says so', async () => {
    const whole = encodeFit(syntheticRun({ segments: [EASY] }));
    const { status, lines } = await json(
      file('crc.fit', badCrc(whole)),
      file('cut.fit', truncated(whole)),
      file('manual.fit', withoutRecords()),
    );
    expect(status).toBe(0);
    const kinds = (line: { warnings: { kind: string }[] }) => line.warnings.map(({ kind }) => kind);
    expect(kinds(lines[0])).toContain('bad-crc');
    expect(kinds(lines[1])).toContain('truncated');
    expect(lines[1].activities[0].distanceM).toBeGreaterThan(2500);
    expect(kinds(lines[2])).toContain('no-samples');
    expect(lines[2].activities[0]).toMatchObject({ distanceM: 1668, samples: 0, movingS: null });
  });

  it('says of each file that holds no activity why it failed, and goes on', async () => {
    mkdirSync(join(folder, 'folder.fit'), { recursive: true });
    const good = run('good.fit', { segments: [EASY] });
    const { status, lines } = await json(
      file('settings.fit', settingsFile()),
      join(folder, 'missing.fit'),
      join(folder, 'folder.fit'),
      file('empty.fit', new Uint8Array(0)),
      file('text.fit', new TextEncoder().encode('Dear diary, today I ran.')),
      file(
        'broken.fit.gz',
        gzipSync(encodeFit(syntheticRun({ segments: [EASY] }))).subarray(0, 12),
      ),
      good,
    );
    expect(status).toBe(1);
    expect(lines.map((line) => line.error?.kind ?? line.status)).toEqual([
      'not-an-activity',
      'not-found',
      'is-a-folder',
      'empty-file',
      'not-recognised',
      'bad-gzip',
      'ok',
    ]);
    expect(lines[0]).toMatchObject({ status: 'failed', records: null, activities: [] });
    expect(lines[0].error.message).toMatch(/settings/);
  });

  it('reads what is left of a file whose gzip is cut off', async () => {
    const whole = gzipSync(encodeFit(syntheticRun({ segments: [EASY] })));
    const { status, lines } = await json(file('cut.fit.gz', whole.subarray(0, -2000)));
    expect(status).toBe(0);
    expect(lines[0].warnings.map(({ kind }: { kind: string }) => kind)).toContain('truncated');
    expect(lines[0].activities[0].distanceM).toBeGreaterThan(2500);
  });

  it('does not hold a file that is longer than any activity', async () => {
    const endless = file('endless.fit', new Uint8Array(1));
    truncateSync(endless, 3_000_000_000);
    const archive = file('export.zip', new TextEncoder().encode('PK\x03\x04'));
    truncateSync(archive, 3_000_000_000);
    const { status, lines } = await json(endless, archive);
    expect(status).toBe(1);
    expect(lines.map((line) => line.error?.kind)).toEqual(['too-large', 'unsupported-format']);
  });

  it('takes the day from the time zone given where the watch does not say it', async () => {
    const path = run('nowhere.fit', {
      segments: [EASY],
      startTimeS: Date.UTC(2026, 2, 2, 23) / 1000,
      utcOffsetS: null,
    });
    const inUtc = (await json(path)).lines[0];
    expect(inUtc.activities[0].localDate).toBe('2026-03-02');
    expect(inUtc.warnings[0].message).toMatch(/UTC was taken/);
    const inTokyo = (await json('--time-zone', 'Asia/Tokyo', path)).lines[0];
    expect(inTokyo.activities[0].localDate).toBe('2026-03-03');
    expect(inTokyo.warnings[0].message).not.toMatch(/UTC was taken/);
  });
});
