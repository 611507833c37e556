/**
 * Real watch files beside the checkout, where there are any: none may be lost, and the totals printed are those that a
 * full decode by the SDK finds in the session messages.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Decoder, type FitMessages, Stream } from '@garmin/fitsdk';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyzeCommand } from '../../../src/cli/analyze/command.ts';

const SHARED = fileURLToPath(new URL('../../../../shared', import.meta.url));
const hasRealFiles = existsSync(SHARED);
if (!hasRealFiles) console.info('skipped: real watch files are not beside this checkout');

/** Printed to three decimals. */
const ROUNDING = 0.0005;

interface PrintedActivity {
  sport: string;
  startTime: string;
  distanceM: number | null;
  timerS: number | null;
  samples: number;
}

interface PrintedFile {
  file: string;
  status: 'ok' | 'failed';
  records: number | null;
  activities: PrintedActivity[];
}

function fitFilesIn(folder: string): string[] {
  const path = join(SHARED, folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.fit'))
    .map((name) => join(path, name));
}

async function analyze(files: readonly string[]): Promise<PrintedFile[]> {
  const lines: string[] = [];
  await analyzeCommand(['--json', ...files], {
    print: (line) => lines.push(line),
    complain: (line) => expect.fail(line),
  });
  return lines.map((line) => JSON.parse(line));
}

/** `null` where the SDK cannot read the file at all. */
function sdkSessions(file: string): FitMessages['sessionMesgs'] | null {
  try {
    const bytes = new Uint8Array(readFileSync(file));
    return new Decoder(Stream.fromByteArray(bytes)).read().messages.sessionMesgs ?? [];
  } catch {
    return null;
  }
}

describe.skipIf(!hasRealFiles)('real files through analyze', () => {
  let printed: PrintedFile[];
  beforeAll(async () => {
    const collections = [
      [...fitFilesIn('fit'), ...fitFilesIn('fit/mpl-2.0')],
      fitFilesIn('history'),
    ];
    printed = (await Promise.all(collections.map(analyze))).flat();
  }, 60_000);

  it('gives every file but the settings of a watch', () => {
    expect(printed.length).toBe(290);
    const failed = printed.filter(({ status }) => status === 'failed');
    expect(failed.map(({ file }) => file)).toEqual([expect.stringContaining('Settings.fit')]);
  });

  it('prints sport, start, distance and timer of every session that the SDK finds', () => {
    let compared = 0;
    for (const { file, activities } of printed) {
      for (const session of sdkSessions(file) ?? []) {
        const start = (session.startTime as Date).toISOString();
        const same = activities.filter(
          ({ startTime, sport }) => startTime === start && sport === String(session.sport),
        );
        expect(same.length, `${file} at ${start}`).toBeGreaterThan(0);
        expect(
          same.some(
            ({ distanceM, timerS }) =>
              isNear(distanceM, session.totalDistance) && isNear(timerS, session.totalTimerTime),
          ),
          `${file} at ${start}`,
        ).toBe(true);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(290);
  }, 60_000);

  it.each([
    ['antfs-dump.63', 686],
    ['triathlon_summary_first', 4043],
    ['strava-android-app', 473],
    ['activity-unexpected-eof', 14],
  ])('keeps the records of %s, which breaks the SDK', (name, records) => {
    const [file] = printed.filter((candidate) => candidate.file.includes(name));
    expect(file?.records).toBe(records);
    expect(file?.activities.some(({ samples }) => samples > 0)).toBe(true);
  });
});

function isNear(printedValue: number | null, value: number | undefined): boolean {
  if (value === undefined) return true;
  return printedValue !== null && Math.abs(printedValue - value) <= ROUNDING;
}
