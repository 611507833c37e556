/**
 * `npm run proof:archive -- [--activities 2000] [--seed 1] [--json]`: a generated archive with doubles, rides, damaged and
 * nested archives through the page in a real Chromium into a fresh `npm start`; the browser and the server killed on the
 * way; all of it once more. Status 1 when a run is lost or doubled, a count is wrong, or a file is sent twice.
 */
import { parseArgs } from 'node:util';
import {
  type ArchiveProof,
  megabytes,
  type PageMemory,
  proveArchiveImport,
} from './archive-import.ts';
import { boundBy, costInWords, type Stretch } from './process-cost.ts';

/** The longest is a quarter longer: an hour on average, which is 150 kB at 1 Hz with the fields of a chest strap. */
const SHORTEST_RUN_S = 3150;
/** Most that the page may hold beyond what it held before, however large the archive. */
const PAGE_MAY_GROW_BYTES = 250e6;

const { values } = parseArgs({
  options: {
    activities: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const order = {
  activities: Number(values.activities ?? 2000),
  seed: Number(values.seed ?? 1),
  runS: SHORTEST_RUN_S,
};
const proof = await proveArchiveImport(order, (line) => process.stderr.write(`${line}\n`));
const { before, browserKilled, done, again } = proof.memory;
const growth = Math.max(browserKilled, done, again) - before;
if (growth > PAGE_MAY_GROW_BYTES) proof.differences.push(`the page grew by ${megabytes(growth)}`);
const bound = { first: boundBy(proof.first), again: boundBy(proof.again) };
process.stdout.write(
  values.json ? `${JSON.stringify({ ...order, ...proof, bound })}\n` : `${table(proof)}\n`,
);
process.exitCode = proof.differences.length === 0 ? 0 : 1;

function table(figures: ArchiveProof): string {
  const { packedBytes, rawBytes, rows, listed, killedAfter, memory, seconds, differences } =
    figures;
  return [
    `archive        ${megabytes(packedBytes)}, activity files unpacked ${megabytes(rawBytes)}; ${rows} rows, ${listed} activities; seed ${order.seed}`,
    `killed         browser after ${killedAfter.browser} files sent, server after ${killedAfter.server} more`,
    `then the page  ${figures.interruption ?? 'said nothing of the interruption'}`,
    `first import   ${rate(figures.first)}`,
    `  bound by     ${bound.first}`,
    `  processor    ${costInWords(figures.first, killedAfter.browser)}`,
    `once more      ${rate(figures.again)}`,
    `  bound by     ${bound.again}`,
    `  processor    ${costInWords(figures.again, rows)}`,
    `page's memory  ${memoryInWords(memory)}`,
    `workerd        ${megabytes(memory.workerd)} at its peak`,
    `in all         ${seconds.toFixed(0)} s`,
    `differences    ${differences.length}`,
    ...differences.map((difference) => `  ${difference}`),
  ].join('\n');
}

function memoryInWords(memory: PageMemory): string {
  const at = (peak: number) => `${megabytes(peak - memory.before)} more`;
  return [
    `${megabytes(memory.before)} before; at its peak ${at(memory.browserKilled)} when the browser died`,
    `in the next one ${at(memory.serverKilled)} when the server died, ${at(memory.done)} at the end`,
    `${at(memory.again)} after all of it again; its own scripts ${megabytes(memory.heap)}`,
  ].join(', ');
}

function rate({ filesPerS, seconds }: Stretch & { filesPerS: number }): string {
  return `${filesPerS.toFixed(1)} files a second over ${seconds.toFixed(1)} s`;
}
