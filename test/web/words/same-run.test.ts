import { describe, expect, it } from 'vitest';
import {
  type RecordingWords,
  recordingLine,
  recordingName,
  whyKept,
} from '../../../web/words/en/same-run.ts';

const recording = (of: Partial<RecordingWords>): RecordingWords => ({
  fileName: null,
  format: 'fit',
  device: null,
  sampleCount: 1200,
  hasAltitude: true,
  hasCadence: true,
  ...of,
});

const file = recording({ fileName: 'morning.fit' });
const onStrava = recording({ format: 'strava', device: 'Garmin Forerunner 265' });

describe('a recording of a run', () => {
  it('is told by its file, or by where it came from', () => {
    expect(recordingName(file)).toBe('morning.fit');
    expect(recordingName(recording({ format: 'gpx' }))).toBe('GPX file');
    expect(recordingName(onStrava)).toBe('From Strava');
  });

  it('says what it holds and what it lacks', () => {
    expect(recordingLine(onStrava)).toBe('Strava, Garmin Forerunner 265 · 1,200 points');
    expect(recordingLine(recording({ hasCadence: false }))).toBe('FIT · 1,200 points, no cadence');
    expect(recordingLine({ ...onStrava, sampleCount: 0, hasAltitude: false })).toBe(
      'Strava, Garmin Forerunner 265 · totals only',
    );
  });

  it('gives way to a file whatever it holds when it is from Strava, else to the richer one', () => {
    const rich = { ...onStrava, sampleCount: 9999 };
    for (const isCorrected of [true, false])
      expect(whyKept(file, rich, isCorrected)).toContain('The file counts');
    expect(whyKept(file, recording({ hasCadence: false }), false)).toBe(
      'The one kept has cadence.',
    );
    expect(whyKept(file, file, true)).toContain('because you corrected it');
    expect(whyKept(file, file, false)).toBe('Both tell as much; the FIT file is kept.');
    expect(whyKept(onStrava, onStrava, false)).toBe('Both tell as much; one is kept.');
  });
});
