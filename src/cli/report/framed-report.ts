/** A report by data frames: printed as tables, written to files. Loads danfojs, so it is loaded itself only when asked for. */
import type { Units } from '../../../web/format.ts';
import type { History } from '../../analysis/history.ts';
import type { LiveLine } from '../live-line.ts';
import type { Terminal } from '../terminal.ts';
import type { FrameTargets } from './frame-files.ts';
import { historyFrames } from './history-frames.ts';
import type { HistoryReport } from './history-report.ts';
import { tableLines } from './table.ts';
import { writtenFrames } from './written-frames.ts';

export interface FramedReport {
  history: History;
  /** Of `history`, with a run in it. */
  report: HistoryReport;
}

export interface FramedOptions {
  /** Whether the tables are printed. */
  print: boolean;
  all: boolean;
  trainingLoad: boolean;
  units: Units;
  targets: FrameTargets;
}

/** Whether everything could be written. */
export async function framedReport(
  { history, report }: FramedReport,
  { print, all, trainingLoad, units, targets }: FramedOptions,
  terminal: Terminal,
  live: LiveLine,
): Promise<boolean> {
  const frames = historyFrames(history, report, trainingLoad);
  const written = await writtenFrames(frames, targets, live);
  live.clear();
  if (print) for (const line of tableLines(frames, report, { units, all })) terminal.print(line);
  if (!written.ok) terminal.complain(written.error);
  else for (const file of written.value) terminal.complain(`Written: ${file}`);
  return written.ok;
}
