/** The whole command: options in, lines and an exit status out. Touches the file system, never the process. */

import { countedOf } from '../counted-of.ts';
import type { LiveLine } from '../live-line.ts';
import { machineDate } from '../machine-date.ts';
import { type WatchSources, watchSources } from '../sources/watch-sources.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { version } from '../version.ts';
import { gatheredRuns } from './gathered-runs.ts';
import { historyReport } from './history-report.ts';
import { HELP, parseOptions } from './options.ts';
import { tableLines } from './table.ts';

const DECIMALS = 1000;

/** Status 0: every file could be judged. 1: one could not. */
export async function reportCommand(
  args: readonly string[],
  terminal: Terminal,
  live: LiveLine,
): Promise<ExitStatus> {
  const parsed = parseOptions(args);
  if (!parsed.ok) {
    terminal.complain(`${parsed.error}\n\n${HELP}`);
    return 2;
  }
  const { wants, paths, json, units, timeZone, ...settings } = parsed.value;
  if (wants !== 'report') {
    terminal.print(wants === 'help' ? HELP : await version());
    return 0;
  }
  const sources = await watchSources(paths);
  const gathered = await gatheredRuns(sources, timeZone, (doneFiles) =>
    live.update(() => progressWords(doneFiles, sources)),
  );
  live.clear();
  for (const { path, message } of gathered.failed) terminal.complain(`${path}: ${message}`);
  const today = settings.today ?? machineDate();
  const report = historyReport(gathered, { ...settings, today, units });
  const lines = json ? [JSON.stringify(report, rounded)] : tableLines(report, units);
  for (const line of lines) terminal.print(line);
  return gathered.failed.length === 0 ? 0 : 1;
}

function progressWords(doneFiles: number, sources: WatchSources): string {
  const percent = Math.floor(100 * sources.doneShare(doneFiles));
  return `${percent}% · ${countedOf(doneFiles, sources.expectedFiles())} read`;
}

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * DECIMALS) / DECIMALS : value;
