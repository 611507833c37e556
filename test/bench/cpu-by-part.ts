/** Sums a CPU profile by named functions, each sample under the nearest of them on its stack. */
import type { CpuProfile } from './profiled-server.ts';

/**
 * A sample stands for the time since the one before. Longer than this, the isolate waited in between (for the network, for
 * storage) and only the sample itself counts: samples of running code come about every 200 µs.
 */
const LONGEST_SAMPLE_US = 400;

/** Milliseconds of CPU for each part, `other` last. Waiting is left out, garbage collection and native code are in. */
export function cpuByPart(
  { nodes, samples, timeDeltas }: CpuProfile,
  parts: ReadonlyMap<string, string>,
): Map<string, number> {
  const names = new Map(nodes.map((node) => [node.id, node.callFrame.functionName]));
  const parents = new Map(
    nodes.flatMap(({ id, children }) => (children ?? []).map((c) => [c, id])),
  );
  const partOf = (leaf: number): string => {
    for (let node: number | undefined = leaf; node !== undefined; node = parents.get(node)) {
      const part = parts.get(names.get(node) ?? '');
      if (part !== undefined) return part;
    }
    return 'other';
  };
  const cpuMs = new Map([...new Set(parts.values()), 'other'].map((part) => [part, 0]));
  samples.forEach((leaf, index) => {
    if (names.get(leaf) === '(idle)') return;
    const us = Math.min(timeDeltas[index] as number, LONGEST_SAMPLE_US);
    const part = partOf(leaf);
    cpuMs.set(part, (cpuMs.get(part) ?? 0) + us / 1000);
  });
  return cpuMs;
}
