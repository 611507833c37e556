/** `npm run -s analyze -- FILE…`: prints what the analysis sees in watch files. Nothing leaves the machine. */
import { analyzeCommand } from './analyze/command.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await analyzeCommand(process.argv.slice(2), processTerminal());
