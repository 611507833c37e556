/** What the command line asks for. Refuses what it does not understand with a sentence, and guesses nothing. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { utcOffsetOf } from '../../analysis/local-date.ts';
import { err, ok, type Result } from '../../analysis/result.ts';
import { parsedArguments } from '../parsed-arguments.ts';
import { SESSION_COOKIE } from './session.ts';

export interface ImportOptions {
  wants: 'import' | 'help' | 'version';
  /** Scheme, host and port. */
  origin: string;
  paths: string[];
  sessionFile: string;
  /** Used for this import alone, and kept nowhere. */
  cookie: { name: string; value: string } | null;
  timeZone: string;
  isVerbose: boolean;
}

const DEFAULT_SESSION_FILE = join(homedir(), '.achilles-watch-session');

export const HELP = `Usage: npm run -s import -- --to URL [options] FOLDER|ZIP|FILE…

Adds watch files (FIT, GPX, TCX, also .gz) to a running Achilles Watch: those in folders, in exports
from Strava and Garmin, in any ZIP of such files, or single ones. Files that are there already are
not sent again, so the same command goes on where an import was broken off.

  --to URL            where Achilles Watch runs, for example http://localhost:8787
  --session FILE      keeps the session, the key to what is added; default: ~/.achilles-watch-session
  --cookie COOKIE     the session of a browser instead: its cookie ${SESSION_COOKIE}; kept nowhere
  --time-zone ZONE    the runner's time zone, for files without one; default: that of this computer
  --verbose           a line for every file; default: for those that failed
  --help              this text
  --version           version of the program and of the load model

Ctrl-C finishes what is on its way; pressed again, it stops at once.
Exit status: 0 when nothing failed, 1 when something did, 2 when the options are wrong, 130 after Ctrl-C.`;

const OPTIONS = {
  to: { type: 'string' },
  session: { type: 'string', default: DEFAULT_SESSION_FILE },
  cookie: { type: 'string' },
  'time-zone': { type: 'string' },
  verbose: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** The options of `args`, or one sentence saying what is wrong with them. */
export function parseOptions(args: readonly string[]): Result<ImportOptions, string> {
  const parsed = parsedArguments(args, OPTIONS);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const wants = values.help ? 'help' : values.version ? 'version' : 'import';
  const origin = originOf(values.to ?? '');
  const cookie = values.cookie === undefined ? null : parsedCookie(values.cookie);
  const timeZone = values['time-zone'] ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (wants === 'import') {
    if (values.to === undefined) return err('Say where to: --to http://localhost:8787.');
    if (origin === null) return err(`--to ${values.to} is not an address like https://…`);
    if (cookie === undefined) return err('--cookie is not a cookie like NAME=VALUE.');
    if (utcOffsetOf(timeZone, 0) === undefined) {
      return err(`--time-zone ${timeZone} is not a time zone; write one like Europe/Lisbon.`);
    }
    if (positionals.length === 0) return err('No folder, archive or file was given.');
  }
  return ok({
    wants,
    origin: origin ?? '',
    paths: positionals,
    sessionFile: values.session,
    cookie: cookie ?? null,
    timeZone,
    isVerbose: values.verbose,
  });
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, origin } = new URL(text);
  return protocol === 'http:' || protocol === 'https:' ? origin : null;
}

/** `NAME=VALUE`, or the value alone. */
function parsedCookie(text: string): ImportOptions['cookie'] | undefined {
  const [, name = SESSION_COOKIE, value] = /^(?:([\w-]+)=)?([\w-]+)$/.exec(text.trim()) ?? [];
  return value === undefined ? undefined : { name, value };
}
