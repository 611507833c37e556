/** What each activity of the generated archive is there for; how many of each there are, and in which order, is the seed's. */
import { seededRandom } from '../../fixtures/seeded-random.ts';

export type ActivityRole =
  | 'run'
  | 'ride'
  /** The same bytes a second time, in another part of the archive. */
  | 'run twice'
  /** A second recording of the same run, with fewer samples: gives way to the first. */
  | 'poorer twin'
  /** One with more samples: takes the place of the first. */
  | 'richer twin'
  /** The end is missing. */
  | 'cut'
  /** The end of its gzip is missing. */
  | 'cut in its gzip'
  /** Its entry states another checksum than its content has. */
  | 'wrong checksum';

/** Of all activities. At least one of each, however small the archive. */
const SHARES: readonly (readonly [ActivityRole, number])[] = [
  ['ride', 0.05],
  ['run twice', 0.05],
  ['poorer twin', 0.02],
  ['richer twin', 0.01],
  ['cut', 0.01],
  ['cut in its gzip', 0.005],
  ['wrong checksum', 0.005],
];

export function activityRoles(activities: number, seed: number): ActivityRole[] {
  const special = SHARES.flatMap(([role, share]) =>
    Array.from({ length: countOf(activities, share) }, () => role),
  );
  const plain = Array.from({ length: activities - special.length }, (): ActivityRole => 'run');
  return shuffled([...special, ...plain], seed);
}

export const countOf = (activities: number, share: number): number =>
  Math.max(1, Math.round(activities * share));

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const mixed = [...items];
  const random = seededRandom(seed);
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.whole(0, last);
    [mixed[last], mixed[other]] = [mixed[other] as Item, mixed[last] as Item];
  }
  return mixed;
}
