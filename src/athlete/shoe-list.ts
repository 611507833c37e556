/** The athlete's shoes with what was run in each: the runs that count, as the dashboard counts them. */
import type { HistoryRun } from '../analysis/judged-run.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import type { KnownShoe } from './known-shoe.ts';
import { runShoes, type ShodRun } from './run-shoes.ts';

export interface ListedShoe extends KnownShoe {
  runCount: number;
  /** Of the runs that have one. */
  distanceM: number;
  /** Days of its first and last run; `null` without a run. */
  firstDate: LocalDate | null;
  lastDate: LocalDate | null;
  /** What the next run is taken to be run in, unless the runner says. */
  isWornNow: boolean;
}

/** Those in use first, the one worn last before the others; deleted ones too. */
export function listedShoes(
  shoes: readonly KnownShoe[],
  runs: readonly HistoryRun[],
  shod: readonly ShodRun[],
  today: LocalDate,
): ListedShoe[] {
  const runsOf = Map.groupBy(runs, ({ shoe }) => shoe?.id ?? null);
  const wornNow = shoeOfNextRun(shoes, shod, today);
  return shoes
    .map((shoe) => ({
      ...shoe,
      ...totalsOf(runsOf.get(shoe.id) ?? []),
      isWornNow: shoe.id === wornNow?.id,
    }))
    .filter((shoe) => shoe.runCount > 0 || !isOfArchiveAlone(shoe))
    .sort(
      (one, other) =>
        Number(one.retiredOn !== null) - Number(other.retiredOn !== null) ||
        Number(other.isWornNow) - Number(one.isWornNow) ||
        (other.lastDate ?? '').localeCompare(one.lastDate ?? ''),
    );
}

function totalsOf(
  runs: readonly HistoryRun[],
): Pick<ListedShoe, 'runCount' | 'distanceM' | 'firstDate' | 'lastDate'> {
  return {
    runCount: runs.length,
    distanceM: runs.reduce((sum, { exposure }) => sum + (exposure.distanceM ?? 0), 0),
    firstDate: runs[0]?.localDate ?? null,
    lastDate: runs.at(-1)?.localDate ?? null,
  };
}

/** Nothing but a name from an upload, which may have been undone. */
function isOfArchiveAlone(shoe: KnownShoe): boolean {
  const { name, gear, dropMm, heelLiftMm, since, retiredOn, isDeleted } = shoe;
  const said = dropMm ?? heelLiftMm ?? since ?? retiredOn;
  return name === gear && said === null && !isDeleted;
}

function shoeOfNextRun(
  shoes: readonly KnownShoe[],
  shod: readonly ShodRun[],
  today: LocalDate,
): KnownShoe | undefined {
  const next: ShodRun = {
    id: 'next',
    key: 'next',
    startTimeS: Number.POSITIVE_INFINITY,
    localDate: today,
    saidShoeId: null,
    gear: null,
    isLeftOut: false,
  };
  return runShoes([...shod, next], shoes).get(next.id)?.shoe;
}
