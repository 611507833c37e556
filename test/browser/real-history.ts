/** Real watch files beside the checkout, where there are any, and what another decoder says of each run's total. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decoder, Stream } from '@garmin/fitsdk';
import { checkout } from './running-app.ts';

const FOLDER = join(checkout, '..', 'shared', 'history');

export const hasRealHistory = existsSync(FOLDER);
if (!hasRealHistory) console.warn('No ../shared/history here: tests on real files are left out.');

export interface RealRun {
  path: string;
  name: string;
  /** Unix time in seconds. */
  startTimeS: number;
  /** The watch's own total. */
  distanceM: number;
}

/** Runs of the `days` days up to and with `lastDay` (`YYYY-MM-DD`), oldest first. */
export function realRuns(lastDay: string, days: number): RealRun[] {
  const end = Date.parse(`${lastDay}T23:59:59Z`);
  const start = end - days * 86_400_000;
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.fit'))
    .filter((name) => isWithin(name, start, end))
    .sort()
    .map((name) => realRun(join(FOLDER, name), name));
}

/** File names begin with the local start, `YYYYMMDD-HHMMSS`. */
function isWithin(name: string, start: number, end: number): boolean {
  const day = `${name.slice(0, 4)}-${name.slice(4, 6)}-${name.slice(6, 8)}`;
  const noon = Date.parse(`${day}T12:00:00Z`);
  return noon > start && noon <= end;
}

function realRun(path: string, name: string): RealRun {
  const { messages } = new Decoder(Stream.fromBuffer(readFileSync(path))).read({
    convertDateTimesToDates: false,
  });
  const [session] = messages.sessionMesgs as unknown as {
    totalDistance: number;
    startTime: number;
  }[];
  if (session === undefined) throw new Error(`${name} has no session`);
  return {
    path,
    name,
    startTimeS: session.startTime + 631_065_600,
    distanceM: session.totalDistance,
  };
}
