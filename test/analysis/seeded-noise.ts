/** White noise that is the same on every machine: standard normal, by sums of twelve uniform numbers. */
export function seededNoise(count: number, seed = 12_345): number[] {
  let state = seed;
  const uniform = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6),
  );
}
