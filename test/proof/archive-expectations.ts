/** What the page has to count and the site has to list after the generated archive, whatever happened on the way. */
import { archiveProblem } from '../../src/archive/archive-problem.ts';
import type { ArchiveContents, GeneratedFile, ListedRun } from './archive-contents.ts';

export interface Expectations {
  /** Rows of the page, those of the two bad archives included. */
  rows: number;
  added: number;
  notRuns: number;
  duplicates: number;
  /** Rows by the reason they give. */
  refusals: ReadonlyMap<string, number>;
  failed: number;
  /** FIT files of other kinds, which get no row. */
  passedOver: number;
  /** Recordings that take the place of one that is listed already. */
  replacing: number;
  listed: readonly ListedRun[];
}

export function expectationsOf({
  strava,
  garmin,
  cutArchive,
  listed,
}: ArchiveContents): Expectations {
  const files = [...strava, ...garmin, ...cutArchive];
  const count = (outcome: GeneratedFile['outcome']) =>
    files.filter((file) => file.outcome === outcome).length;
  const refusals = new Map<string, number>();
  const badArchives = (['truncated', 'not-a-zip'] as const).map((kind) => archiveProblem(kind, ''));
  const reasons = [
    ...files.flatMap(({ outcome }) => (typeof outcome === 'object' ? [outcome.failed] : [])),
    ...badArchives.map(({ message }) => message),
  ];
  for (const reason of reasons) refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
  const passedOver = count('passed over');
  const [added, notRuns] = [count('added'), count('not-a-run')];
  return {
    rows: files.length - passedOver + badArchives.length,
    added,
    notRuns,
    duplicates: count('duplicate'),
    refusals,
    failed: reasons.length,
    passedOver,
    replacing: added + notRuns - listed.length,
    listed,
  };
}
