/** What became of a file, in words: the same for the API and for the form without JavaScript. */
import type { Units } from '../../web/format.ts';
import type { ImportAnswer } from '../../web/words/en/imports.ts';
import { sameRunReason } from '../../web/words/en/same-run.ts';
import type { ImportResult } from '../athlete/import-file.ts';

export interface SentAnswer extends ImportAnswer {
  /** The run that counts in place of this recording of it. */
  twinOf?: string;
  /** Recordings of the same run that gave way to this one. */
  replaces?: string[];
}

/** `settings` are asked for only where a distance has to be written. */
export async function importAnswers(
  results: readonly ImportResult[],
  settings: () => Promise<{ units: Units }>,
): Promise<SentAnswer[]> {
  const hasTwin = results.some((result) => result.status !== 'failed' && result.sameRunAs !== null);
  const units = hasTwin ? (await settings()).units : 'km';
  return results.map((result) => importAnswer(result, units));
}

function importAnswer(result: ImportResult, units: Units): SentAnswer {
  if (result.status === 'failed') {
    return { status: result.status, reason: result.error.message, warnings: [] };
  }
  const { activity, sameRunAs, replaces } = result;
  const reason = activity.isDeleted
    ? 'You removed this activity. It can be restored.'
    : sameRunAs === null
      ? null
      : sameRunReason(sameRunAs, units);
  return {
    status: result.status,
    activityId: activity.isDeleted ? activity.id : (sameRunAs?.id ?? activity.id),
    ...(reason !== null && { reason }),
    ...(sameRunAs !== null && { twinOf: sameRunAs.id }),
    ...(replaces.length > 0 && { replaces }),
    warnings: result.warnings.map((warning) => warning.message),
  };
}
