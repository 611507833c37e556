/**
 * The day last shown, kept beside the pages that the browser keeps for when there is no network. The service worker drops
 * all of it as soon as the site answers for another athlete.
 */

import type { WarningSign } from '../../../src/analysis/diary.ts';
import type { LocalDate } from '../../../src/analysis/local-date.ts';
import type { Change } from './form-answers.ts';

export interface KeptDay {
  date: LocalDate;
  athlete: string | null;
  ceiling: number;
  said: Change;
  signs: WarningSign[];
}

/** The same as in the service worker. */
const CACHE = 'achilles-watch-runner';
const ADDRESS = '/check-in/kept';

export async function keepDay(day: KeptDay): Promise<void> {
  if (!('caches' in window)) return;
  await (await caches.open(CACHE)).put(ADDRESS, Response.json(day));
}

export async function keptDay(): Promise<KeptDay | null> {
  if (!('caches' in window)) return null;
  const kept = await (await caches.open(CACHE)).match(ADDRESS);
  return kept === undefined ? null : ((await kept.json()) as KeptDay);
}
