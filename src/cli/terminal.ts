/** Where a command writes: results to standard output, everything else to standard error. Status numbers are the shell's. */

export interface Terminal {
  print(line: string): void;
  complain(line: string): void;
}

/** 0: all is well. 1: something could not be done. 2: the options are wrong. */
export type ExitStatus = 0 | 1 | 2;

export function processTerminal(): Terminal {
  // A reader that has seen enough, such as `head`, closes the pipe: no reason for a stack trace.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  };
}
