/** What the command line asks for. Refuses what it does not understand with a sentence, and guesses nothing. */
import { parsePace } from '../../../web/format.ts';
import { utcOffsetOf } from '../../analysis/local-date.ts';
import { err, ok, type Result } from '../../analysis/result.ts';
import { parsedArguments } from '../parsed-arguments.ts';

export interface AnalyzeOptions {
  wants: 'analysis' | 'help' | 'version';
  files: string[];
  json: boolean;
  /** For files that do not say what the runner's clock showed. */
  timeZone: string | null;
  fastThresholdMps: number | null;
}

export const HELP = `Usage: npm run -s analyze -- [options] FILE…

Prints what the analysis sees in watch files (.fit, .gpx, .tcx, also gzipped). The files given
together are taken as one runner's history: what is fast in a run is judged by the 90 days
before it.
Folders are not searched: give files, for example FOLDER/*.fit, or see the command report.

  --json              one JSON object a line, one line a file, in the order given; SI units
  --time-zone ZONE    the runner's time zone, for example Europe/Lisbon, for files without one
  --fast-pace M:SS    pace per km from which running counts as fast; default: 1.25 × usual speed
  --help              this text
  --version           version of the program and of the load model

Exit status: 0 when every file could be judged, 1 when one could not, 2 when the options are wrong.`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  'time-zone': { type: 'string' },
  'fast-pace': { type: 'string' },
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** The options of `args`, or one sentence saying what is wrong with them. */
export function parseOptions(args: readonly string[]): Result<AnalyzeOptions, string> {
  const parsed = parsedArguments(args, OPTIONS);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const timeZone = values['time-zone'] ?? null;
  if (timeZone !== null && utcOffsetOf(timeZone, 0) === undefined) {
    return err(`--time-zone ${timeZone} is not a time zone; write one like Europe/Lisbon.`);
  }
  const pace = values['fast-pace'];
  const fastThresholdMps = pace === undefined ? null : parsePace(pace, 'km');
  if (fastThresholdMps === undefined) {
    return err(`--fast-pace ${pace} is not a pace; write minutes and seconds per km like 4:30.`);
  }
  const wants = values.help ? 'help' : values.version ? 'version' : 'analysis';
  if (wants === 'analysis' && positionals.length === 0) return err('No file was given.');
  return ok({ wants, files: positionals, json: values.json, timeZone, fastThresholdMps });
}
