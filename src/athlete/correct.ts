/** The runner's word against the file's: written beside it, and the exposure made anew from the kept bytes. */
import { err, ok, type Result } from '../analysis/result.ts';
import { findActivity, writeActivity, writeCorrections } from './activity-table.ts';
import { analyseFile } from './analyse-file.ts';
import { type CorrectionChange, type Corrections, changed } from './corrections.ts';
import { sportHintOf } from './file-table.ts';
import { readKeptFile } from './kept-file.ts';
import { settleTwins } from './twins.ts';

/** `file-lost`: its bytes are gone, so that its numbers cannot be made again. */
export type CorrectionError = 'unknown' | 'file-lost';

/** These change what the samples mean; the others only what is shown. */
const ANALYSED: readonly (keyof Corrections)[] = ['distanceM', 'sport', 'surface'];

/** `change` is given the corrections as they are when they are written: bytes take a while to come. */
export async function correct(
  storage: DurableObjectStorage,
  files: R2Bucket,
  id: string,
  change: (before: Corrections) => CorrectionChange,
): Promise<Result<Corrections, CorrectionError>> {
  const { sql } = storage;
  const known = findActivity(sql, id);
  if (known === null) return err('unknown');
  const bytes = await readKeptFile(files, known.storedAs);
  return storage.transactionSync(() => {
    const before = findActivity(sql, id);
    if (before === null) return err('unknown');
    const after = changed(before.corrections, change(before.corrections));
    if (ANALYSED.some((key) => before.corrections[key] !== after[key])) {
      const analysis = bytes === null ? null : analyseAgain(sql, before, bytes, after);
      if (!analysis) return err('file-lost');
      writeActivity(sql, before.sha256, analysis, before.localDate);
    }
    writeCorrections(sql, id, after);
    settleTwins(sql, [before.startTimeS]);
    return ok(after);
  });
}

function analyseAgain(
  sql: SqlStorage,
  { sha256, sessionIndex }: { sha256: string; sessionIndex: number },
  bytes: Uint8Array,
  corrections: Corrections,
) {
  const analysed = analyseFile(bytes, {
    sportHint: sportHintOf(sql, sha256),
    corrections: new Map([[sessionIndex, corrections]]),
  });
  return analysed.ok ? analysed.value[sessionIndex] : undefined;
}
