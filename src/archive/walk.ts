/** What one walk may still do and what it met so far; shared by all archives nested in it. */
import type { ArchiveEvent, ProblemEvent, WalkCounts } from './archive-event.ts';
import type { ArchiveLimits } from './archive-limits.ts';
import { archiveProblem, type ProblemKind } from './archive-problem.ts';

export class Walk {
  readonly limits: ArchiveLimits;
  readonly isDone: (key: string) => boolean;
  /** No further entry is looked at. */
  isOver = false;
  entries = 0;
  /** Entries whose names speak of activities or archives. */
  candidates = 0;
  /** Of the outermost source, as far as its size is known. */
  packedBytes = 0;
  unpackedBytes = 0;
  readonly counts: WalkCounts = {
    files: 0,
    known: 0,
    notActivities: 0,
    problems: 0,
    hidden: 0,
    other: 0,
  };

  constructor(limits: ArchiveLimits, isDone: (key: string) => boolean) {
    this.limits = limits;
    this.isDone = isDone;
  }

  /** Whether more was unpacked than an honest archive of this size would give. */
  get isSpent(): boolean {
    const { maxExpansion, expansionAllowanceBytes, maxUnpackedBytes } = this.limits;
    const expected = expansionAllowanceBytes + maxExpansion * this.packedBytes;
    return this.unpackedBytes > Math.min(maxUnpackedBytes, expected);
  }

  /** The last problem of this walk: nothing after it is looked at. */
  stopped(kind: ProblemKind, path: string): ProblemEvent {
    this.isOver = true;
    return { type: 'problem', problem: archiveProblem(kind, path) };
  }

  count(event: ArchiveEvent): void {
    if (event.type === 'file') this.counts.files++;
    if (event.type === 'known') this.counts.known++;
    if (event.type === 'not-an-activity') this.counts.notActivities++;
    if (event.type === 'problem') this.counts.problems++;
  }
}
