/**
 * One uploaded file on its way to an athlete: inflate, hash, decode, analyse, keep. The bytes go to R2 before the rows go
 * to the athlete's object: an object without a row is harmless and the next attempt completes it, a row without its
 * bytes could never be analysed again.
 */
import type { Warning } from '../analysis/activity.ts';
import type { ImportError } from '../import/import-error.ts';
import type { Outcome } from './add-file.ts';
import { analyseFile } from './analyse-file.ts';
import type { FileContext } from './analysed-file.ts';
import type { AthleteStore } from './athlete-store.ts';
import { keepFile, rawBytes } from './kept-file.ts';
import type { RequestClock } from './runner-clock.ts';

export interface Upload {
  /** As sent: raw, or gzip. */
  body: Uint8Array<ArrayBuffer>;
  name: string | null;
  /** Where the sender says the runner lives. */
  timeZone: string | null;
  about: FileContext;
}

/** What became of one activity of the file, or of the file when nothing could be made of it. */
export type ImportResult =
  | (Outcome & { status: 'added' | 'duplicate' | 'not-a-run'; warnings: readonly Warning[] })
  | { status: 'failed'; error: ImportError };

/**
 * Results in the file's order. `known` is the store of an athlete who exists already; `openStore` makes the athlete
 * otherwise, and is called only for a file worth keeping.
 */
export async function importFile(
  upload: Upload,
  clock: RequestClock,
  known: AthleteStore | null,
  openStore: () => Promise<AthleteStore>,
): Promise<ImportResult[]> {
  const raw = await rawBytes(upload.body);
  if (!raw.ok) return [{ status: 'failed', error: raw.error }];
  const sha256 = await sha256Hex(raw.value);
  const before = await known?.athlete.findFile(sha256);
  if (before) return before.map(duplicate);

  const activities = analyseFile(raw.value, { sportHint: upload.about.sportHint });
  if (!activities.ok) return [{ status: 'failed', error: activities.error }];
  const store = known ?? (await openStore());
  const file = {
    sha256,
    storedAs: await keepFile(store, sha256, upload.body),
    name: upload.name,
    sizeBytes: raw.value.length,
    about: upload.about,
    activities: activities.value,
  };
  const added = await store.athlete.addFile(file, clock, upload.timeZone);
  if (!added.isNew) return added.outcomes.map(duplicate);
  return added.outcomes.map((outcome, index) => ({
    ...outcome,
    status: statusOf(outcome),
    warnings: activities.value[index]?.warnings ?? [],
  }));
}

function statusOf({ activity, sameRunAs }: Outcome): 'added' | 'duplicate' | 'not-a-run' {
  if (sameRunAs !== null) return 'duplicate';
  return activity.isRun ? 'added' : 'not-a-run';
}

/** Of a file whose very bytes are here already. */
export function duplicate(outcome: Outcome): ImportResult {
  return { ...outcome, status: 'duplicate', warnings: [] };
}

async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
