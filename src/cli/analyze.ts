/** `npm run -s analyze -- FILE…`: prints what the analysis sees in watch files. Nothing leaves the machine. */
import { analyzeCommand } from './analyze/command.ts';

// A reader that has seen enough, such as `head`, closes the pipe: no reason for a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await analyzeCommand(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
