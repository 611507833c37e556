/**
 * `npm run proof:archive -- [--activities 2000] [--seed 1] [--json]`: a generated archive with doubles, rides, damaged and
 * nested archives through the page in a real Chromium into a fresh `npm start`; the browser and the server killed on the
 * way; all of it once more. Status 1 when a run is lost or doubled, a count is wrong, or a file is sent twice.
 */
import { parseArgs } from 'node:util';
import { type ArchiveProof, megabytes, proveArchiveImport } from './archive-import.ts';
import { boundBy, type Stretch } from './process-cost.ts';

/** With the fields of a chest strap at 1 Hz: 159 kB. */
const HOUR_S = 3600;
/** Most that the page may hold beyond what it held before, however large the archive. */
const PAGE_MAY_GROW_BYTES = 200e6;

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
  runS: HOUR_S,
};
const proof = await proveArchiveImport(order, (line) => process.stderr.write(`${line}\n`));
const growth = proof.memory.pagePeak - proof.memory.pageBefore;
if (growth > PAGE_MAY_GROW_BYTES) proof.differences.push(`the page grew by ${megabytes(growth)}`);
const bound = { first: boundBy(proof.first), again: boundBy(proof.again) };
process.stdout.write(
  values.json ? `${JSON.stringify({ ...order, ...proof, bound })}\n` : `${table(proof)}\n`,
);
process.exitCode = proof.differences.length === 0 ? 0 : 1;

function table(figures: ArchiveProof): string {
  const { packedBytes, rawBytes, rows, listed, killedAt, memory, seconds, differences } = figures;
  return [
    `archive        ${megabytes(packedBytes)}, activity files unpacked ${megabytes(rawBytes)}; ${rows} rows, ${listed} activities; seed ${order.seed}`,
    `killed         browser at ${killedAt.browser}, server at ${killedAt.server} of ${rows}`,
    `then the page  ${figures.interruption ?? 'said nothing of the interruption'}`,
    `first import   ${rate(figures.first)}`,
    `  bound by     ${bound.first}`,
    `  cores        ${cores(figures.first)}`,
    `once more      ${rate(figures.again)}`,
    `  bound by     ${bound.again}`,
    `  cores        ${cores(figures.again)}`,
    `page's memory  ${megabytes(memory.pagePeak)} at its peak, ${megabytes(growth)} more than before; its own scripts ${megabytes(memory.heapPeak)}`,
    `workerd        ${megabytes(memory.serverPeak)} at its peak`,
    `in all         ${seconds.toFixed(0)} s`,
    `differences    ${differences.length}`,
    ...differences.map((difference) => `  ${difference}`),
  ].join('\n');
}

function rate({ filesPerS, seconds }: Stretch & { filesPerS: number }): string {
  return `${filesPerS.toFixed(1)} files a second over ${seconds.toFixed(1)} s`;
}

function cores(stretch: Stretch): string {
  return Object.entries(stretch.cores)
    .map(([part, share]) => `${part} ${share.toFixed(2)}`)
    .join(', ');
}
