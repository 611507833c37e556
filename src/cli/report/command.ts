/** The whole command: options in, lines and an exit status out. Touches the file system, never the process. */

import { countedOf } from '../counted-of.ts';
import { judgedActivities } from '../judged-activities.ts';
import type { LiveLine } from '../live-line.ts';
import { machineDate } from '../machine-date.ts';
import { oneLine } from '../one-line.ts';
import { type WatchSources, watchSources } from '../sources/watch-sources.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { version } from '../version.ts';
import { refusedTarget } from './frame-files.ts';
import { FRAME_NAMES } from './frame-names.ts';
import type { FramedReport } from './framed-report.ts';
import { gatheredRuns } from './gathered-runs.ts';
import { type HistoryReport, historyReport } from './history-report.ts';
import { notRunLines } from './not-run-lines.ts';
import { HELP, parseOptions, type ReportOptions } from './options.ts';

const DECIMALS = 1000;

/** Status 0: every file could be judged, and everything written. 1: one could not. */
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
  const { wants, paths, json, units, timeZone, targets, ...settings } = parsed.value;
  if (wants !== 'report') {
    terminal.print(wants === 'help' ? HELP : await version());
    return 0;
  }
  const refused = await refusedTarget(targets, FRAME_NAMES);
  if (refused !== null) {
    terminal.complain(refused);
    return 1;
  }
  const sources = await watchSources(paths);
  const gathered = await gatheredRuns(sources, timeZone, (doneFiles) =>
    live.update(() => progressWords(doneFiles, sources)),
  );
  live.clear();
  for (const { path, message } of [...gathered.failed, ...gathered.remarks]) {
    terminal.complain(oneLine(`${path}: ${message}`));
  }
  const today = settings.today ?? machineDate();
  const judged = judgedActivities(gathered.activities, settings, today);
  const report = historyReport(gathered, judged, units);
  if (json) terminal.print(JSON.stringify(report, rounded));
  const { history } = judged;
  const isFramed = await framed({ history, report }, parsed.value, terminal, live);
  return isFramed && gathered.failed.length === 0 ? 0 : 1;
}

/** Tables and files, where any are wanted; whether all of them could be made. */
async function framed(
  judged: FramedReport,
  options: ReportOptions,
  terminal: Terminal,
  live: LiveLine,
): Promise<boolean> {
  const { json, targets } = options;
  const isWritten = targets.csvFolder !== null || targets.xlsxFile !== null;
  if (json && !isWritten) return true;
  if (judged.report.runs.length > 0) {
    live.update(() => 'Making tables…');
    const { framedReport } = await import('./framed-report.ts');
    return framedReport(judged, { ...options, print: !json }, terminal, live);
  }
  if (!json) for (const line of emptyLines(judged.report)) terminal.print(line);
  if (isWritten) terminal.complain('Nothing was written, because no runs were found.');
  return true;
}

const emptyLines = (report: HistoryReport): string[] => [
  'No runs were found.',
  ...notRunLines(report),
];

function progressWords(doneFiles: number, sources: WatchSources): string {
  const percent = Math.floor(100 * sources.doneShare(doneFiles));
  return `${percent}% · ${countedOf(doneFiles, sources.expectedFiles())} read`;
}

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * DECIMALS) / DECIMALS : value;
