/** `npm run -s import -- --to URL FOLDER|ZIP|FILE…`: adds whole archives of watch files to a running Achilles Watch. */
import { importCommand } from './import/command.ts';
import { liveLine } from './live-line.ts';
import { processTerminal } from './terminal.ts';

/** What takes no longer needs no progress. */
const QUICK_MS = 1000;

const stopping = new AbortController();
process.on('SIGINT', () => {
  if (stopping.signal.aborted) process.exit(130);
  process.stderr.write('\nFinishing what is on its way; Ctrl-C again stops at once.\n');
  stopping.abort();
});

process.exitCode = await importCommand(process.argv.slice(2), {
  terminal: processTerminal(),
  live: liveLine(process.stderr, QUICK_MS),
  stop: stopping.signal,
});
