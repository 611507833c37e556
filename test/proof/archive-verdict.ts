/** What the page and the site say, held against what they had to say. Each difference is one sentence; none is success. */
import type { ListedRun } from './archive-contents.ts';
import type { Expectations } from './archive-expectations.ts';
import { MANUAL_ENTRIES } from './archive-file.ts';

/** What the page shows when it is done. */
export interface PageAccount {
  tally: Record<string, number>;
  /** Rows that failed, by the reason they give. */
  refusals: ReadonlyMap<string, number>;
  notes: string;
}

/** Sent but not answered when the server died: stored or not, the second answer cannot say which. */
const IN_FLIGHT = 4;

/** `listedBefore`: what the site had when this page began. */
export function differencesOfFirst(
  page: PageAccount,
  expected: Expectations,
  listedBefore: number,
): string[] {
  const { Added: added = 0, 'Not runs': notRuns = 0, 'Already here': here = 0 } = page.tally;
  const gain = expected.listed.length - listedBefore;
  return [
    ...differencesOfEach(page, expected),
    ...unequal('rows that did not fail', added + notRuns + here, expected.rows - expected.failed),
    ...outside('new after the browser was killed', added + notRuns, [
      gain - IN_FLIGHT,
      gain + expected.replacing,
    ]),
  ];
}

/** Everything is here: nothing is new, nothing may be sent. */
export function differencesOfAgain(
  page: PageAccount,
  expected: Expectations,
  sent: readonly string[],
): string[] {
  return [
    ...differencesOfEach(page, expected),
    ...unequal('added again', page.tally.Added ?? 0, 0),
    ...unequal('not runs again', page.tally['Not runs'] ?? 0, 0),
    ...unequal('already here', page.tally['Already here'] ?? 0, expected.rows - expected.failed),
    ...unequal('files sent again', sent.length, 0),
  ];
}

export function differencesOfList(
  listed: readonly ListedRun[],
  expected: readonly ListedRun[],
): string[] {
  const wanted = new Set(expected.map(inWords));
  const found = new Set<string>();
  const differences: string[] = [];
  for (const run of listed.map(inWords)) {
    if (found.has(run)) differences.push(`doubled: ${run}`);
    else if (!wanted.has(run)) differences.push(`listed, and should not be: ${run}`);
    found.add(run);
  }
  for (const run of wanted) if (!found.has(run)) differences.push(`lost: ${run}`);
  return differences;
}

function differencesOfEach(
  { tally, refusals, notes }: PageAccount,
  expected: Expectations,
): string[] {
  const reasons = new Set([...refusals.keys(), ...expected.refusals.keys()]);
  return [
    ...unequal('rows', tally.All ?? 0, expected.rows),
    ...unequal('failed', tally.Failed ?? 0, expected.failed),
    ...[...reasons].flatMap((reason) =>
      unequal(reason, refusals.get(reason) ?? 0, expected.refusals.get(reason) ?? 0),
    ),
    ...[
      `${expected.passedOver} files of other kinds`,
      `${MANUAL_ENTRIES} activities were typed in by hand`,
    ].flatMap((note) => (notes.includes(note) ? [] : [`the page does not say: ${note}`])),
  ];
}

const unequal = (what: string, is: number, shouldBe: number): string[] =>
  is === shouldBe ? [] : [`${what}: ${is} in place of ${shouldBe}`];

const outside = (what: string, is: number, [least, most]: [number, number]): string[] =>
  is >= least && is <= most ? [] : [`${what}: ${is} in place of ${least} to ${most}`];

const inWords = ({ startTimeS, distanceM, isRun, name, twins }: ListedRun): string =>
  `${new Date(startTimeS * 1000).toISOString()}, ${distanceM?.toFixed(2) ?? 'no'} m, ${isRun ? 'run' : 'no run'}, ${name ?? 'without a name'}, ${twins} twins`;
