/** A program: runs `report` with its own arguments, and prints at last whether data frames were loaded for it. */
import { createRequire } from 'node:module';
import { reportCommand } from '../../../src/cli/report/command.ts';

await reportCommand(
  process.argv.slice(2),
  { print: () => {}, complain: () => {} },
  { update: () => {}, clear: () => {} },
);
const loaded = Object.keys(createRequire(import.meta.url).cache);
process.stdout.write(String(loaded.some((path) => path.includes('/danfojs-node/'))));
