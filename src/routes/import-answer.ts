/** What became of a file, in words: the same for the API and for the form without JavaScript. */
import type { Units } from '../../web/format.ts';
import { sportWord } from '../../web/words/en/correct.ts';
import type { ImportAnswer } from '../../web/words/en/import-answer.ts';
import { IMPORTS } from '../../web/words/en/imports.ts';
import { duplicateReason, sameRunReason } from '../../web/words/en/same-run.ts';
import type { Warning } from '../analysis/activity.ts';
import type { ImportResult } from '../athlete/import-file.ts';
import { stravaIdOf } from '../athlete/strava-run-id.ts';

/** `settings` are asked for only where a distance has to be written. */
export async function importAnswers(
  results: readonly ImportResult[],
  settings: () => Promise<{ units: Units }>,
): Promise<ImportAnswer[]> {
  const hasTwin = results.some((result) => result.status !== 'failed' && result.sameRunAs !== null);
  const units = hasTwin ? (await settings()).units : 'km';
  return results.map((result) => importAnswer(result, units));
}

function importAnswer(result: ImportResult, units: Units): ImportAnswer {
  if (result.status === 'failed') {
    return { status: result.status, reason: result.error.message, warnings: [] };
  }
  const { status, activity, sameRunAs, replaces } = result;
  const reason = reasonOf(result, units);
  const countsAs = activity.isDeleted ? null : sameRunAs;
  return {
    status,
    activityId: countsAs?.id ?? activity.id,
    ...(reason !== null && { reason }),
    ...(countsAs !== null && { twinOf: countsAs.id, recordingId: activity.id }),
    ...(replaces.length > 0 && { replaces }),
    ...(activity.isDeleted && { isRemoved: true as const }),
    ...(result.warnings.some(isDamage) && { isDamaged: true as const }),
    ...(!activity.isRun && { isRun: false as const, sport: sportWord(activity.sport) }),
    warnings: damageFirst(result.warnings).map(({ message }) => message),
  };
}

const isDamage = ({ kind }: Warning): boolean => kind === 'truncated' || kind === 'damaged';

const damageFirst = (warnings: readonly Warning[]): Warning[] =>
  warnings.toSorted((a, b) => Number(isDamage(b)) - Number(isDamage(a)));

function reasonOf(
  { status, activity, sameRunAs, replaces }: Exclude<ImportResult, { status: 'failed' }>,
  units: Units,
): string | null {
  if (activity.isDeleted) return IMPORTS.removed;
  if (sameRunAs !== null) {
    const kept = sameRunAs.isCorrected ? IMPORTS.correctedIsKept : IMPORTS.richerIsKept;
    return `${sameRunReason(sameRunAs, units)}; ${kept}`;
  }
  if (status === 'duplicate') return duplicateReason(activity);
  if (replaces.length === 0) return null;
  return replaces.every(isOnStrava) ? IMPORTS.joinsStrava : IMPORTS.replaces;
}

const isOnStrava = (id: string): boolean => stravaIdOf(id) !== null;
