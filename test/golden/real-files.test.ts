/**
 * Every real file beside the checkout gives what it gave when its result was last reviewed; and the records and activities
 * of that reviewed table are those that other decoders find.
 */
import { readFileSync } from 'node:fs';
import { Decoder, Stream } from '@garmin/fitsdk';
import FitParser from 'fit-file-parser';
import { describe, expect, it } from 'vitest';
import {
  GOLDEN_PATH,
  hasRealFiles,
  type ResultOfFile,
  readReal,
  realPaths,
  resultOf,
} from './real-results.ts';

if (!hasRealFiles) console.info('skipped: real watch files are not beside this checkout');

/** Files whose records Garmin's SDK loses: it knows no compressed timestamps, and throws at `total_cycles`. */
const SDK_LOSES = /antfs-dump\.63|triathlon_summary_first/;

const golden: Record<string, ResultOfFile> = JSON.parse(readFileSync(GOLDEN_PATH, 'utf8'));
const isImported = (path: string): boolean => golden[path]?.records !== null;
const fitPaths = Object.keys(golden).filter((path) => path.endsWith('.fit') && isImported(path));

describe.skipIf(!hasRealFiles)('the table of real files', { timeout: 120_000 }, () => {
  it('has a row for each of the 290 FIT and 5 GPX files, and for no other', () => {
    expect(Object.keys(golden)).toEqual(realPaths());
    expect(fitPaths).toHaveLength(289);
    expect(Object.keys(golden)).toHaveLength(295);
  });

  it('holds what each file gives', () => {
    for (const path of realPaths()) expect(resultOf(readReal(path)), path).toEqual(golden[path]);
  });

  it('counts the records and sessions that Garmin’s SDK finds', () => {
    const judged = fitPaths.filter((path) => !SDK_LOSES.test(path));
    expect(judged).toHaveLength(287);
    for (const path of judged) {
      const { recordMesgs = [], sessionMesgs = [] } = new Decoder(
        Stream.fromByteArray(readReal(path)),
      ).read().messages;
      expect(golden[path]?.records, path).toBe(recordMesgs.length);
      expect(golden[path]?.activities.length, path).toBe(Math.max(1, sessionMesgs.length));
    }
  });

  it.each([
    ['antfs-dump.63', 686, 1],
    ['triathlon_summary_first', 4043, 5],
  ])(
    'counts the records of %s, which the SDK loses, as fit-file-parser does',
    async (part, records, sessions) => {
      const path = fitPaths.find((candidate) => candidate.includes(part)) as string;
      const parser = new FitParser({ force: true, mode: 'list' });
      const parsed = await parser.parseAsync(readReal(path).slice().buffer);
      expect(parsed.records).toHaveLength(records);
      expect(parsed.sessions).toHaveLength(sessions);
      expect(golden[path]).toMatchObject({ records, activities: { length: sessions } });
    },
  );

  it('counts the track points that stand in each GPX file', () => {
    const gpxPaths = Object.keys(golden).filter((path) => path.endsWith('.gpx'));
    expect(gpxPaths).toHaveLength(5);
    for (const path of gpxPaths) {
      const text = new TextDecoder().decode(readReal(path));
      expect(golden[path]?.records, path).toBe(text.match(/<trkpt /g)?.length);
    }
  });

  it('refuses one file: the settings of a watch', () => {
    expect(Object.keys(golden).filter((path) => !isImported(path))).toEqual([
      'fit/dtcooper+python-fitparse__Settings.fit',
    ]);
  });
});
