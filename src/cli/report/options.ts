/** What the command line asks for. Refuses what it does not understand with a sentence, and guesses nothing. */
import { parsePace, type Units } from '../../../web/format.ts';
import {
  type LocalDate,
  parseLocalDate,
  utcOffsetOf,
  type WeekStart,
} from '../../analysis/local-date.ts';
import { err, ok, type Result } from '../../analysis/result.ts';
import { parsedArguments } from '../parsed-arguments.ts';
import type { FrameTargets } from './frame-files.ts';

export interface ReportOptions {
  wants: 'report' | 'help' | 'version';
  paths: string[];
  json: boolean;
  /** Every week, month and flag is printed. */
  all: boolean;
  /** The days have columns of training load as other tools count it. */
  trainingLoad: boolean;
  /** Where the frames are written. */
  targets: FrameTargets;
  /** Of sentences and tables; JSON is in SI units. */
  units: Units;
  weekStart: WeekStart;
  timeZone: string;
  fastThresholdMps: number | null;
  /** `null`: by the clock of this machine. */
  today: LocalDate | null;
}

export const HELP = `Usage: npm run -s report -- [options] FOLDER|ZIP|FILE…

Judges all runs in folders, in exports from Strava and Garmin, in any ZIP of watch files (FIT, GPX,
TCX, also .gz), or in single files, as one runner's history: its weeks, months, surfaces and shoes,
how often each rule spoke, and what was raised last. A run that is there twice counts once. Nothing
leaves the machine.

  --json              one JSON object with runs, days, weeks and flags instead; SI units
  --all               every week, month and flag, not only the newest
  --csv DIR           write runs, days, weeks, months, surfaces, shoes, flags and rules to DIR as CSV
  --xlsx FILE         write the same as the sheets of one XLSX file
  --force             replace files that are there already
  --training-load     the days written have acute and chronic load, monotony and strain, too
  --units km|mi       of the table and of sentences; default: km
  --week-start DAY    monday or sunday; default: monday
  --time-zone ZONE    the runner's time zone, for files without one; default: that of this computer
  --fast-pace M:SS    pace per unit from which running counts as fast; default: 1.25 × usual speed
  --today DATE        runs after this day have a wrong clock and count nowhere; default: today
  --help              this text
  --version           version of the program and of the load model

In files all numbers are in SI units and as exact as they were counted; what is not known is empty.

Exit status: 0 when every file could be judged and written, 1 when one could not, 2 when the options
are wrong.`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  csv: { type: 'string' },
  xlsx: { type: 'string' },
  force: { type: 'boolean', default: false },
  'training-load': { type: 'boolean', default: false },
  units: { type: 'string', default: 'km' },
  'week-start': { type: 'string', default: 'monday' },
  'time-zone': { type: 'string' },
  'fast-pace': { type: 'string' },
  today: { type: 'string' },
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
} as const;

const WEEK_STARTS: Record<string, WeekStart> = { monday: 1, sunday: 7 };

/** The options of `args`, or one sentence saying what is wrong with them. */
export function parseOptions(args: readonly string[]): Result<ReportOptions, string> {
  const parsed = parsedArguments(args, OPTIONS);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const { units, 'week-start': day, 'fast-pace': pace } = values;
  if (units !== 'km' && units !== 'mi') return err(`--units ${units} is neither km nor mi.`);
  const weekStart = WEEK_STARTS[day];
  if (weekStart === undefined) return err(`--week-start ${day} is neither monday nor sunday.`);
  const timeZone = values['time-zone'] ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (utcOffsetOf(timeZone, 0) === undefined) {
    return err(`--time-zone ${timeZone} is not a time zone; write one like Europe/Lisbon.`);
  }
  const fastThresholdMps = pace === undefined ? null : parsePace(pace, units);
  if (fastThresholdMps === undefined) {
    return err(`--fast-pace ${pace} is not a pace; write minutes and seconds like 4:30.`);
  }
  const today = values.today === undefined ? null : parseLocalDate(values.today);
  if (today === undefined) return err(`--today ${values.today} is not a day; write YYYY-MM-DD.`);
  const wants = values.help ? 'help' : values.version ? 'version' : 'report';
  if (wants === 'report' && positionals.length === 0) {
    return err('No folder, archive or file was given.');
  }
  const targets = parseTargets(values);
  if (!targets.ok) return targets;
  const { json, all, 'training-load': trainingLoad } = values;
  return ok({
    wants,
    paths: positionals,
    json,
    all,
    trainingLoad,
    targets: targets.value,
    units,
    weekStart,
    timeZone,
    fastThresholdMps,
    today,
  });
}

function parseTargets({
  csv = null,
  xlsx = null,
  force,
}: {
  csv?: string | null;
  xlsx?: string | null;
  force: boolean;
}): Result<FrameTargets, string> {
  if (csv === '') return err('--csv needs the name of a folder.');
  if (xlsx !== null && !/.\.xlsx$/i.test(xlsx)) {
    return err(`--xlsx ${xlsx} is no name of a workbook; let it end in .xlsx.`);
  }
  return ok({ csvFolder: csv, xlsxFile: xlsx, force });
}
