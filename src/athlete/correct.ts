/**
 * The runner's word against the file's: written beside it, and where it changes what the samples mean the exposure made
 * anew from the kept bytes.
 */
import { err, ok, type Result } from '../analysis/result.ts';
import { findActivity, writeActivity, writeCorrections } from './activity-table.ts';
import { isRun } from './analyse-activity.ts';
import { analyseFile } from './analyse-file.ts';
import { type CorrectionChange, type Corrections, changed } from './corrections.ts';
import { gearOf, sportHintOf } from './file-table.ts';
import { readKeptFile } from './kept-file.ts';
import { noteGear, sayShoe } from './shoe-table.ts';
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
  const isAnalysed = isAnalysedAgain(
    known.corrections,
    changed(known.corrections, change(known.corrections)),
  );
  const bytes = isAnalysed ? await readKeptFile(files, known.storedAs) : null;
  return storage.transactionSync(() => {
    const before = findActivity(sql, id);
    if (before === null) return err('unknown');
    const after = changed(before.corrections, change(before.corrections));
    if (isAnalysedAgain(before.corrections, after)) {
      const analysis = bytes === null ? null : analyseAgain(sql, before, bytes, after);
      if (!analysis) return err('file-lost');
      writeActivity(sql, before.sha256, analysis, before.localDate);
      const gear = gearOf(sql, before.sha256);
      if (gear !== null && isRun(analysis)) noteGear(sql, gear);
    }
    writeCorrections(sql, id, after);
    if (before.corrections.shoe !== after.shoe) sayShoe(sql, id, after.shoe ?? null);
    settleTwins(sql, [before.startTimeS]);
    return ok(after);
  });
}

export const isAnalysedAgain = (before: Corrections, after: Corrections): boolean =>
  ANALYSED.some((key) => before[key] !== after[key]);

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
