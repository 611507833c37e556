/**
 * What the product makes of each real file beside the checkout, as a table of numbers: no place, no time of day, no name
 * beyond that of the file. The table is compared by `real-files.test.ts` and rewritten by `npm run golden:update`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Activity } from '../../src/analysis/activity.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { isRun } from '../../src/athlete/analyse-activity.ts';
import { decodeFile } from '../../src/import/decode-file.ts';
import { sniff } from '../../src/import/sniff.ts';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const FOLDERS = ['fit', 'fit/mpl-2.0', 'history', 'history/gpx-twins'];

export const GOLDEN_PATH = fileURLToPath(new URL('real-files.json', import.meta.url));

export interface ResultOfFile {
  format: string;
  /** Record messages or track points; `null` for a file that could not be imported. */
  records: number | null;
  /** Kind of the error of a file that could not be imported. */
  error?: string;
  /** Kinds, of the file as a whole. */
  warnings: string[];
  activities: ResultOfActivity[];
}

interface ResultOfActivity {
  sport: string;
  samples: number;
  distanceM: number | null;
  timerS: number | null;
  /** Kinds, of this activity; none for what is not a run. */
  warnings: string[];
}

export const hasRealFiles = existsSync(join(SHARED, 'history'));

/** Paths below the folder of real files, in order. */
export function realPaths(): string[] {
  if (!hasRealFiles) return [];
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(SHARED, folder))
      .filter((name) => /\.(fit|gpx)$/.test(name))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
}

export function readReal(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(SHARED, path)));
}

export function resultOf(bytes: Uint8Array): ResultOfFile {
  const format = sniff(bytes);
  const decoded = decodeFile(bytes);
  if (!decoded.ok) {
    return { format, records: null, error: decoded.error.kind, warnings: [], activities: [] };
  }
  const { records, warnings, activities } = decoded.value;
  return {
    format,
    records,
    warnings: warnings.map(({ kind }) => kind),
    activities: activities.map(resultOfActivity),
  };
}

function resultOfActivity(activity: Activity): ResultOfActivity {
  const exposure = isRun(activity) ? runExposure(activity) : null;
  const { distanceM, timerS } = exposure ?? activity.session;
  return {
    sport: activity.sport,
    samples: activity.samples.count,
    distanceM: hundredths(distanceM),
    timerS: hundredths(timerS),
    warnings: exposure?.warnings.map(({ kind }) => kind) ?? [],
  };
}

const hundredths = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100;
