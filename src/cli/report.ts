/** `npm run -s report -- FOLDER|ZIP|FILE…`: a runner's whole history from watch files. Nothing leaves the machine. */
import { liveLine } from './live-line.ts';
import { reportCommand } from './report/command.ts';
import { processTerminal } from './terminal.ts';

/** What takes no longer needs no progress. */
const QUICK_MS = 1000;

const live = liveLine(process.stderr, QUICK_MS);
process.exitCode = await reportCommand(process.argv.slice(2), processTerminal(), live);
