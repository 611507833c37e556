/** What became of a file, in words: the same for the API and for the form without JavaScript. */
import type { ImportAnswer } from '../../web/words/en/imports.ts';
import type { ImportResult } from '../athlete/import-file.ts';

export function importAnswer(result: ImportResult): ImportAnswer {
  if (result.status === 'failed') {
    return { status: result.status, reason: result.error.message, warnings: [] };
  }
  const { id, isDeleted } = result.activity;
  return {
    status: result.status,
    activityId: id,
    ...(isDeleted && { reason: 'You removed this activity. It can be restored.' }),
    warnings: result.warnings.map((warning) => warning.message),
  };
}
