/** The whole command: options in, requests, lines and an exit status out. Never touches the process. */
import { ok, type Result } from '../../analysis/result.ts';
import type { LiveLine } from '../live-line.ts';
import { watchSources } from '../sources/watch-sources.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { version } from '../version.ts';
import { importFiles } from './import-files.ts';
import { ImportServer } from './import-server.ts';
import { HELP, type ImportOptions, parseOptions } from './options.ts';
import { PrintedReport } from './printed-report.ts';
import { PATIENT, type RetryPolicy } from './retried-request.ts';
import { keptSession, SESSION_COOKIE, Session } from './session.ts';

export interface ImportSurroundings {
  terminal: Terminal;
  live: LiveLine;
  /** Aborted by the first Ctrl-C: what is on its way is finished, nothing else begun. */
  stop: AbortSignal;
  retries?: RetryPolicy;
}

export type ImportStatus = ExitStatus | typeof STOPPED_BY_RUNNER;

/** What shells give a program that Ctrl-C ended. */
const STOPPED_BY_RUNNER = 130;
const TROUBLE_EVERY_MS = 10_000;

/** Status 0: nothing failed. 1: something did. 130: stopped by Ctrl-C. */
export async function importCommand(
  args: readonly string[],
  surroundings: ImportSurroundings,
): Promise<ImportStatus> {
  const { terminal } = surroundings;
  const parsed = parseOptions(args);
  if (!parsed.ok) {
    terminal.complain(`${parsed.error}\n\n${HELP}`);
    return 2;
  }
  const options = parsed.value;
  if (options.wants !== 'import') {
    terminal.print(options.wants === 'help' ? HELP : await version());
    return 0;
  }
  const session = await sessionOf(options);
  if (!session.ok) {
    terminal.complain(session.error);
    return 2;
  }
  return importTo(session.value, options, surroundings);
}

async function sessionOf(options: ImportOptions): Promise<Result<Session, string>> {
  const { origin, cookie, sessionFile } = options;
  if (cookie === null) return keptSession(origin, sessionFile);
  return ok(new Session(origin, null, { [cookie.name]: cookie.value }));
}

async function importTo(
  session: Session,
  options: ImportOptions,
  { terminal, live, stop, retries = PATIENT }: ImportSurroundings,
): Promise<ImportStatus> {
  const { origin, timeZone, paths, isVerbose } = options;
  const onTrouble = troubleTeller(origin, terminal, live);
  const server = new ImportServer({ origin, session, timeZone, retries, stop, onTrouble });
  const greeted = await server.greet();
  if (!greeted.ok) {
    terminal.complain(greeted.error);
    return stop.aborted ? STOPPED_BY_RUNNER : 1;
  }
  const isKnownRunner = greeted.value === 'known';
  if (!isKnownRunner && options.cookie !== null) {
    terminal.complain(`${origin} does not know this cookie: it may have ended, or been cut off.`);
    return 2;
  }
  if (!isKnownRunner && !session.isEmpty) {
    terminal.complain(`${origin} does not know the kept session any more: a new one begins.`);
    session.forget();
  }
  const sources = await watchSources(paths);
  const report = new PrintedReport(sources, terminal, live, isVerbose);
  const endedBecause = await importFiles(sources.events, server, isKnownRunner, report, stop);
  report.sumUp(endedBecause, stop.aborted);
  if (server.hasNewSession) terminal.complain(aboutSession(options));
  if (stop.aborted) return STOPPED_BY_RUNNER;
  return endedBecause === null && report.tally.failed === 0 ? 0 : 1;
}

/** Several requests meet the same trouble, again and again: one line for all. */
function troubleTeller(
  origin: string,
  terminal: Terminal,
  live: LiveLine,
): (reason: string) => void {
  let quietUntilMs = 0;
  return (reason) => {
    if (performance.now() < quietUntilMs) return;
    quietUntilMs = performance.now() + TROUBLE_EVERY_MS;
    live.clear();
    terminal.complain(`${origin} does not take files just now (${reason}); trying again.`);
  };
}

const aboutSession = ({ sessionFile, origin }: ImportOptions): string =>
  [
    `${origin} made a new session for these files. It is the only key to them: whoever has it has the runs.`,
    `It is kept in ${sessionFile}, readable by you alone, and used by the next import.`,
    `To see the runs in a browser, give the site its cookie ${SESSION_COOKIE} from that file.`,
  ].join('\n');
