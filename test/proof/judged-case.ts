/** One mutated file, put through the whole path and judged: `failures` is empty when it did no harm. */
import { allowedBytes, type Cost, MAX_CPU_MS } from './cost.ts';
import type { MutatedCase } from './mutated-case.ts';
import { type Outcome, throughWholePath } from './whole-path.ts';

export interface JudgedCase extends Omit<MutatedCase, 'bytes'> {
  bytes: number;
  words: string[];
  cost: Cost;
  /** How often it was measured. */
  tries: number;
  failures: string[];
}

/**
 * A figure above its limit is measured again and the least counts: the first may be garbage, the engine's own compiling or a
 * machine that does other work. The two measures take turns: a full collection makes the engine compile anew.
 */
export const MOST_TRIES = 5;
const NO_COST: Cost = { inputBytes: 0, cpuMs: 0, heldBytes: 0 };

export async function judged(mutated: MutatedCase): Promise<JudgedCase> {
  const { index, format, mutation, bytes } = mutated;
  const about = { index, format, mutation, bytes: bytes.length };
  try {
    let outcome = await throughWholePath(mutated, 'growth');
    let tries = 1;
    while (tries < MOST_TRIES && failuresOf(outcome.cost).length > 0) {
      const measure = tries++ % 2 === 1 ? 'peak' : 'growth';
      outcome = better(outcome, await throughWholePath(mutated, measure));
    }
    return { ...about, ...outcome, tries, failures: failuresOf(outcome.cost) };
  } catch (error) {
    const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...about, words: [], cost: NO_COST, tries: 1, failures: [`threw ${thrown}`] };
  }
}

function better(a: Outcome, b: Outcome): Outcome {
  const cpuMs = Math.min(a.cost.cpuMs, b.cost.cpuMs);
  const { cost } = a.cost.heldBytes <= b.cost.heldBytes ? a : b;
  return { ...a, cost: { ...cost, cpuMs } };
}

function failuresOf(cost: Cost): string[] {
  const failures: string[] = [];
  if (cost.cpuMs > MAX_CPU_MS) failures.push(`took ${cost.cpuMs.toFixed(0)} ms of CPU`);
  if (cost.heldBytes > allowedBytes(cost)) {
    failures.push(`held ${megabytes(cost.heldBytes)} for ${megabytes(cost.inputBytes)} of input`);
  }
  return failures;
}

export const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
