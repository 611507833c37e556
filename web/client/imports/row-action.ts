/** What a runner can say to a row at once: that two recordings are two runs after all, or that a removed one comes back. */
import type { ImportAnswer } from '../../words/en/import-answer.ts';
import { IMPORTS } from '../../words/en/imports.ts';
import { SAME_RUN } from '../../words/en/same-run.ts';

export interface RowAction {
  text: string;
  /** Requests that do it, one after the other. */
  paths: string[];
  /** What the row says when it is done. */
  done: ImportAnswer;
}

export function rowActionOf(result: ImportAnswer): RowAction | null {
  const { activityId, twinOf, recordingId, replaces, isRemoved, before } = result;
  if (activityId === undefined) return null;
  if (before !== undefined) {
    return { text: SAME_RUN.join, paths: pairPaths(before, 'join'), done: before };
  }
  if (isRemoved) {
    const { isRemoved: _, ...kept } = result;
    const paths = [`/api/activities/${activityId}/restore`];
    return { text: IMPORTS.restore, paths, done: { ...kept, reason: IMPORTS.restored } };
  }
  if ((twinOf === undefined || recordingId === undefined) && replaces === undefined) return null;
  const done: ImportAnswer = {
    status: 'added',
    activityId: recordingId ?? activityId,
    reason: IMPORTS.ownRun,
    warnings: result.warnings,
    before: result,
  };
  return { text: SAME_RUN.separate, paths: pairPaths(result, 'separate'), done };
}

/** Resolves to whether the site did all of it. */
export async function perform({ paths }: RowAction): Promise<boolean> {
  for (const path of paths) {
    const response = await fetch(path, { method: 'POST' }).catch(() => null);
    if (!response?.ok) return false;
  }
  return true;
}

function pairPaths(result: ImportAnswer, verb: 'separate' | 'join'): string[] {
  const { activityId, recordingId, replaces } = result;
  const others = replaces ?? [recordingId];
  return others.map((other) => `/api/activities/${activityId}/twins/${other}/${verb}`);
}
