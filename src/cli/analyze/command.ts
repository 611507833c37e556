/** The whole command: options in, lines and an exit status out. Touches the file system, never the process. */
import { oneLine } from '../one-line.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { version } from '../version.ts';
import { jsonLine } from './json-line.ts';
import { judgedFiles } from './judged-files.ts';
import { HELP, parseOptions } from './options.ts';
import { tableLines } from './table.ts';
import { readWatchFile, type WatchFile } from './watch-file.ts';

/** Status 0: every file could be judged. 1: one could not. */
export async function analyzeCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const options = parseOptions(args);
  if (!options.ok) {
    terminal.complain(`${options.error}\n\n${HELP}`);
    return 2;
  }
  const { wants, files: paths, json, timeZone, fastThresholdMps } = options.value;
  if (wants !== 'analysis') {
    terminal.print(wants === 'help' ? HELP : await version());
    return 0;
  }
  const files: WatchFile[] = [];
  for (const path of paths) files.push(await readWatchFile(path, timeZone));
  const judgementOf = judgedFiles(files, fastThresholdMps);
  const lines = json
    ? files.map((file) => jsonLine(file, judgementOf))
    : tableLines(files, judgementOf).map(oneLine);
  for (const line of lines) terminal.print(line);
  return files.every(({ content }) => content.ok) ? 0 : 1;
}
