/** Real watch files, each here for what it does to importers. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/analysis/activity.ts';
import { decodeFile } from '../../../src/import/decode-file.ts';
import { decoded, kinds, only } from './fit-activity.ts';
import { hasRealFiles, realFile, realFiles } from './real-files.ts';

const read = (part: string) => decoded(realFile(part));

const finite = (column: Float64Array | null): number =>
  column?.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0) ?? 0;

describe.skipIf(!hasRealFiles)('known files', () => {
  it('a watch of 2011 with compressed timestamps has all its 686 heart rates, and no date', () => {
    const file = read('antfs-dump.63');
    expect(file.records).toBe(686);
    expect(kinds(file)).toEqual(['clock-not-set']);
    const { samples } = only(file.activities);
    expect(samples.count).toBe(686);
    expect(finite(samples.heartRateBpm)).toBeGreaterThan(600);
    expect(samples.distanceM).toBeNull();
  });

  it('a triathlon with its summary first becomes five activities that share out every record', () => {
    const file = read('triathlon_summary_first');
    expect(file.activities.map(({ sport }) => sport)).toEqual([
      'swimming',
      'transition',
      'cycling',
      'transition',
      'running',
    ]);
    expect(file.warnings).toEqual([]);
    const counts = file.activities.map(({ samples }) => samples.count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(file.records);
    for (const { samples, session } of file.activities) {
      expect(samples.distanceM?.at(-1)).toBeCloseTo(session.distanceM as number, 1);
    }
  });

  it('a race of four chained segments, three of them of heart rates alone, is five activities', () => {
    const file = read('sample_mulitple_header');
    expect(file.activities.map(({ sport }) => sport).at(-1)).toBe('running');
    expect(file.activities).toHaveLength(5);
    expect(file.records).toBe(1773);
    expect(file.warnings).toEqual([]);
  });

  it('two chained files that start at the same second are two activities', () => {
    const file = read('chained_Activity_activity_poolswim');
    expect(file.activities.map(({ sport }) => sport)).toEqual([
      'standUpPaddleboarding',
      'swimming',
    ]);
    expect(file.activities.map(({ samples }) => samples.count)).toEqual([3601, 24]);
  });

  it('a wrong checksum costs nothing but a warning', () => {
    expect(kinds(read('activity-filecrc'))).toEqual(['bad-crc']);
    expect(read('activity-filecrc').activities).toEqual(
      read('activity-settings-corruptheader').activities,
    );
  });

  it('a second segment whose header is corrupt is left out', () => {
    expect(kinds(read('activity-settings-corruptheader'))).toEqual(['damaged']);
  });

  it('a file cut within its last message keeps its records and session', () => {
    const file = read('activity-unexpected-eof');
    expect(kinds(file)).toContain('truncated');
    expect(file.records).toBe(14);
    expect(only(file.activities).session.distanceM).toBe(5.73);
  });

  it('the settings of a watch are no activity', () => {
    expect(decodeFile(realFile('Settings'))).toMatchObject({
      ok: false,
      error: { kind: 'not-an-activity', fileType: 'settings' },
    });
  });

  it('a phone’s file that lost bytes is kept up to there, without the sample in 2085', () => {
    const file = read('strava-android-app');
    expect(file.records).toBe(473);
    expect(kinds(file)).toEqual(['time-jump', 'local-time-unknown', 'damaged']);
    const { samples } = only(file.activities);
    // Position and distance in two records of one second.
    expect(samples.count).toBe(235);
    expect(finite(samples.latitudeDeg)).toBeGreaterThan(230);
    expect(finite(samples.distanceM)).toBeGreaterThan(230);
  });

  it('a pool watch whose clock was never set is told', () => {
    expect(kinds(read('activity_217470507'))).toEqual(['clock-not-set']);
  });

  it('a calibrated treadmill run keeps both distances: the runner’s and the watch’s', () => {
    const { session, samples } = only(read('fsy__160028130').activities);
    expect(session.distanceM).toBe(10_000);
    expect(samples.distanceM?.at(-1)).toBe(11_222.93);
  });

  it('satellites found late leave the positions before missing', () => {
    const { samples } = only(read('run_with_coordinates').activities);
    const firstFix = samples.latitudeDeg?.findIndex((value) => !Number.isNaN(value));
    expect(firstFix).toBeGreaterThan(1500);
  });

  it('a watch without a barometer has no altitude and no climb', () => {
    const { samples, session } = only(read('with_nones').activities);
    expect(samples.altitudeM).toBeNull();
    expect(session.ascentM).toBeNull();
  });

  it('a manual entry has totals and not one sample', () => {
    const file = read('fsy__465946348');
    expect(kinds(file)).toEqual(['no-samples']);
    expect(only(file.activities).session).toMatchObject({ distanceM: 3120, timerS: 1800 });
  });

  it.each(['running-with-developer-data', 'mornindew-broken', 'activity_2944936628'])(
    '%s: the foot pod’s power is the power',
    (name) => {
      const { samples } = only(read(name).activities);
      expect(finite(samples.powerW)).toBeGreaterThan(0.9 * samples.count);
    },
  );

  it('a product and a spike that nobody knows are kept: number and value', () => {
    const run = only(read('Quitino').activities);
    expect(run.device?.product).toBe('3778');
    expect(Math.max(...Array.from(run.samples.cadenceSpm ?? []))).toBeGreaterThan(240);
  });

  it('perceived exertion entered on the watch is on the scale of 0 to 10', () => {
    expect(only(read('garmin-stamina').activities).session.perceivedExertion).toBe(4);
  });
});

describe.skipIf(!hasRealFiles)('all real files together', { timeout: 60_000 }, () => {
  let recorded: { name: string; activity: Activity }[] = [];
  beforeAll(() => {
    recorded = realFiles().flatMap(({ name, bytes }) => {
      const result = decodeFile(bytes);
      if (!result.ok) return [];
      return result.value.activities.map((activity) => ({ name, activity }));
    });
  }, 60_000);

  it('are activities, but for one: the settings', () => {
    const failed = realFiles().filter(({ bytes }) => !decodeFile(bytes).ok);
    expect(failed.map(({ name }) => name)).toEqual(['dtcooper+python-fitparse__Settings.fit']);
  });

  it('strictly increase in time', () => {
    for (const { name, activity } of recorded) {
      const { timeS } = activity.samples;
      expect(
        timeS.findIndex((time, i) => i > 0 && !(time > (timeS[i - 1] as number))),
        name,
      ).toBe(-1);
    }
  });

  it('pause exactly as long as their elapsed time exceeds their timer', () => {
    // One runs its own clock for the timer, one counts drills that it does not time.
    const odd = ['with_nones', 'activity_217470507'];
    const compared = recorded.filter(
      ({ name, activity }) =>
        activity.samples.count > 0 && !odd.some((part) => name.includes(part)),
    );
    for (const { name, activity } of compared) {
      const { elapsedS, timerS } = activity.session;
      expect(
        Math.abs((elapsedS as number) - pausedS(activity) - (timerS as number)),
        name,
      ).toBeLessThan(3);
    }
    expect(compared.length).toBeGreaterThan(200);
    expect(compared.filter(({ activity }) => activity.pauses.length > 0).length).toBeGreaterThan(
      60,
    );
  });

  it('from the history give one run each, at UTC+8 where they say so', () => {
    const history = realFiles(['history']).map(({ name, bytes }) => ({
      name,
      file: decoded(bytes),
    }));
    for (const { name, file } of history) {
      const run = only(file.activities);
      expect(run.sport, name).toBe('running');
      expect([28_800, null], name).toContain(run.utcOffsetS);
    }
    expect(history.length).toBeGreaterThan(250);
  });
});

function pausedS({ pauses, startTimeS, session }: Activity): number {
  const endS = startTimeS + (session.elapsedS as number);
  return pauses.reduce(
    (sum, pause) => sum + Math.max(0, Math.min(pause.endTimeS, endS) - pause.startTimeS),
    0,
  );
}
