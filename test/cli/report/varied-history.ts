/**
 * Sixty weeks of one runner as watch files: treadmill and track, hills, fast running, a month of rest, long runs too many.
 * Long enough for the dashboard to have months, varied enough for quantities that only some runs know.
 */
import {
  DEFAULT_START_TIME_S,
  encodeFit,
  type RunSpec,
  type Segment,
  syntheticRun,
} from '../../../fixtures/synthetic-run.ts';

const DAY_S = 86_400;
const WEEKS = 60;
/** Monday 6 January 2025. */
const FIRST_DAY_S = DEFAULT_START_TIME_S - 60 * 7 * DAY_S;
const REST_WEEKS = [20, 21, 22, 23, 24];
const TOO_LONG = [45, 59];

export interface WatchFile {
  name: string;
  bytes: Uint8Array;
  title: string;
  /** As the export calls it. */
  gear: string | undefined;
  /** What the run was run in, as far as that can be known. */
  shoe: string | null;
}

/** Oldest first: a Tuesday and a Saturday of each week from January 2025 to February 2026. */
export function variedHistory(): WatchFile[] {
  const files: WatchFile[] = [];
  for (let week = 0; week < WEEKS; week += 1) {
    if (REST_WEEKS.includes(week)) continue;
    for (const day of [1, 5]) files.push(watchFile(week, day));
  }
  return files;
}

function watchFile(week: number, day: number): WatchFile {
  const run = syntheticRun({
    recording: 'smart',
    startTimeS: FIRST_DAY_S + (7 * week + day) * DAY_S,
    noiseSeed: 7 * week + day,
    ...(day === 1 ? weekday(week) : { segments: longRun(week) }),
  });
  return {
    name: `${String(week).padStart(2, '0')}-${day}.fit`,
    bytes: encodeFit(run),
    title: week === 3 ? 'Easy, then "fast"' : `Run ${week}`,
    gear: gearOf(week),
    // The thirtieth week takes over the shoe of the one before.
    shoe: gearOf(week === 30 ? 29 : week) ?? null,
  };
}

function weekday(week: number): Pick<RunSpec, 'segments' | 'subSport' | 'altitude'> {
  if (week % 4 === 1) {
    return { segments: easy(1_700), subSport: 'treadmill', altitude: 'none' };
  }
  if (week % 4 === 3) {
    return { segments: [...easy(900), { distanceM: 700, speedMps: 4.4 }], subSport: 'track' };
  }
  return { segments: easy(1_500 + 13 * week) };
}

function longRun(week: number): Segment[] {
  const metres = TOO_LONG.includes(week) ? 95 * week : 2_100 + 17 * week;
  const hill = { distanceM: 400, speedMps: 2.4, gradePercent: 8 };
  return week % 3 === 0 ? [...easy(metres), hill, { ...hill, gradePercent: -8 }] : easy(metres);
}

const easy = (distanceM: number): Segment[] => [{ distanceM, speedMps: 2.78 }];

/** The export says nothing of the first runs, nor of some in between. */
function gearOf(week: number): string | undefined {
  if (week < 2 || week === 30) return undefined;
  return week < 40 ? 'Blue shoes' : '=Red, "new"';
}
