/**
 * `npm run proof:mutations -- [--runs 20000] [--seed 1] [--only INDEX]`: that many damaged, spliced and lying files of
 * every format through the whole path of an import. None may throw, take more than 250 ms of CPU (the process's own, so that
 * other work on the machine counts little), or hold more than 16 times its size and 32 MiB. A failure is printed with the
 * seed and number that make it again.
 */
import { parseArgs } from 'node:util';
import { runMutations } from './run-mutations.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const seed = Number(values.seed ?? 1);
const only = values.only === undefined ? null : Number(values.only);
const started = performance.now();
const { tally, realFiles } = await runMutations({
  seed,
  runs: Number(values.runs ?? 20_000),
  only,
});
const seconds = ((performance.now() - started) / 1000).toFixed(0);
say(`seed ${seed}, mutations of synthetic and of ${realFiles} real files, ${seconds} s`);
for (const line of tally.lines(seed)) say(line);
process.exitCode = tally.failed.length === 0 ? 0 : 1;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
