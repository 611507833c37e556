/**
 * `npm run proof:strava -- [--runs 200] [--seed 1] [--only SEED] [--json]`: that many scripts of two athletes on Strava, each
 * played once undisturbed and once with failing answers, events out of order, and the server killed on the way. In the end all
 * that a runner could see has to be the same. Status 1 when anything differs, a limit was passed, or a secret was seen.
 */
import { parseArgs } from 'node:util';
import { proveStrava, type StravaProof } from './strava/proof.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const first = Number(values.seed ?? 1);
const seeds =
  values.only === undefined
    ? Array.from({ length: Number(values.runs ?? 200) }, (_, index) => first + index)
    : [Number(values.only)];
const proof = await proveStrava({ seeds, say: (line) => process.stderr.write(`${line}\n`) });
process.stdout.write(values.json ? `${JSON.stringify(proof)}\n` : `${table(proof)}\n`);
const { violations, secretsSeen } = proof.figures;
process.exitCode = proof.differences.length + violations.length + secretsSeen === 0 ? 0 : 1;

function table({ runs, figures, differences, seconds }: StravaProof): string {
  const { kills, reconnects, requests, faults, webhooks } = figures;
  return [
    `runs           ${runs}, each once undisturbed and once in trouble; seeds ${seeds[0]} to ${seeds.at(-1)}`,
    `kills          ${kills}`,
    `faults         ${Object.entries(faults)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
    `requests       ${requests} heard by Strava, ${figures.refreshes} for a new token`,
    `webhooks       ${webhooks.sent} sent, ${webhooks.again} of them again, ${webhooks.overtaken} after later ones, ${webhooks.lost} never answered`,
    `reconnects     ${reconnects}, after two lost answers of the token endpoint`,
    `violations     ${figures.violations.length}`,
    ...figures.violations.map((violation) => `  ${violation}`),
    `secrets seen   ${figures.secretsSeen}`,
    `in all         ${seconds.toFixed(0)} s`,
    `differences    ${differences.length}`,
    ...differences.map((difference) => `  ${difference}`),
  ].join('\n');
}
