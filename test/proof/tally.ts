/** The figures of many judged files, and the worst of them. */
import { share } from './cost.ts';
import { type JudgedCase, MOST_TRIES, megabytes } from './judged-case.ts';

export class Tally {
  /** Files by format. */
  readonly runs = new Map<string, number>();
  /** What became of them and of the files inside them. */
  readonly words = new Map<string, number>();
  readonly failed: JudgedCase[] = [];
  #slowest: JudgedCase | null = null;
  #largest: JudgedCase | null = null;
  #fullest: JudgedCase | null = null;
  #inputBytes = 0;
  #measuredAgain = 0;

  add(one: JudgedCase): void {
    count(this.runs, one.format);
    for (const word of one.words) count(this.words, word);
    if (one.failures.length > 0) this.failed.push(one);
    this.#slowest = worst(this.#slowest, one, ({ cost }) => cost.cpuMs);
    this.#largest = worst(this.#largest, one, ({ cost }) => cost.heldBytes);
    this.#fullest = worst(this.#fullest, one, ({ cost }) => share(cost));
    this.#inputBytes += one.bytes;
    if (one.tries > 1) this.#measuredAgain++;
  }

  lines(seed: number): string[] {
    return [
      `runs                ${listed(this.runs)} (${megabytes(this.#inputBytes)})`,
      `outcomes of files   ${listed(this.words)}`,
      `measured again      ${this.#measuredAgain}: at first beyond a limit; the least of up to ${MOST_TRIES} counts`,
      `slowest             ${described(this.#slowest)}`,
      `largest memory      ${described(this.#largest)}`,
      `nearest its limit   ${described(this.#fullest)}`,
      `failures            ${this.failed.length}`,
      ...this.failed.flatMap((one) => [
        `  ${described(one)}: ${one.failures.join('; ')}`,
        `  again: npm run -s proof:mutations -- --seed ${seed} --only ${one.index}`,
      ]),
    ];
  }
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

function listed(counts: ReadonlyMap<string, number>): string {
  const total = [...counts.values()].reduce((sum, times) => sum + times, 0);
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([word, times]) => `${word} ${times}`);
  return `${total}: ${parts.join(', ')}`;
}

function worst(
  before: JudgedCase | null,
  one: JudgedCase,
  figure: (one: JudgedCase) => number,
): JudgedCase {
  return before === null || figure(one) > figure(before) ? one : before;
}

function described(one: JudgedCase | null): string {
  if (one === null) return 'none';
  const { index, format, mutation, bytes, cost } = one;
  const percent = `${(100 * share(cost)).toFixed(0)} % of its limit`;
  return `${cost.cpuMs.toFixed(0)} ms CPU, ${megabytes(cost.heldBytes)}, ${percent}: no. ${index}, ${format}, ${mutation}, ${bytes} bytes`;
}
