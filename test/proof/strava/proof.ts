/** Many seeds, each played twice: what differs in the end, and the figures of all of them. */
import { availableParallelism } from 'node:os';
import { bundleWorker, type WorkerBundle } from '../../clocked-server/worker-bundle.ts';
import { type Figures, summed } from './figures.ts';
import { play } from './play.ts';
import { scriptOf } from './script.ts';
import { differences } from './standing.ts';
import { troublesOf } from './troubles.ts';

export interface StravaProof {
  runs: number;
  /** Of the plays in trouble. */
  figures: Figures;
  differences: string[];
  seconds: number;
}

interface Judged {
  figures: Figures;
  differences: string[];
}

export interface Order {
  seeds: readonly number[];
  say: (line: string) => void;
}

export async function proveStrava({ seeds, say }: Order): Promise<StravaProof> {
  const started = performance.now();
  const bundle = bundleWorker();
  const judged: Judged[] = [];
  const waiting = [...seeds];
  const lane = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const one = await judge(bundle, seed);
      judged.push(one);
      const { kills, requests } = one.figures;
      say(`seed ${seed}: ${requests} requests, ${kills} kills`);
      for (const difference of one.differences) say(`  ${difference}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), seeds.length) }, lane));
  return {
    runs: judged.length,
    figures: summed(judged.map(({ figures }) => figures)),
    differences: judged.flatMap((one) => one.differences),
    seconds: (performance.now() - started) / 1000,
  };
}

async function judge(bundle: WorkerBundle, seed: number): Promise<Judged> {
  const script = scriptOf(seed);
  try {
    const calm = await play(bundle, script, null);
    const troubled = await play(bundle, script, troublesOf(seed, script.steps.length));
    const found = calm.standings.flatMap((standing, who) =>
      differences(standing, troubled.standings[who] ?? {}).map(
        (difference) => `seed ${seed}, ${script.athletes[who]?.firstName}: ${difference}`,
      ),
    );
    const violations = [calm, troubled].flatMap(({ figures }) =>
      figures.violations.map((violation) => `seed ${seed}, ${violation}`),
    );
    return { figures: { ...troubled.figures, violations }, differences: found };
  } catch (error) {
    return { figures: summed([]), differences: [`seed ${seed} came to no end: ${error}`] };
  }
}
