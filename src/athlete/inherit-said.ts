/**
 * A file takes the place of its copy on Strava: what the runner said of the copy is said of the file, too, unless the runner has
 * said something of the file itself. So words outlive the connection together with the file.
 */
import { findActivity, writeCorrections } from './activity-table.ts';
import { isAnalysedAgain } from './correct.ts';
import type { Corrections } from './corrections.ts';
import { markOutdated } from './reanalyse.ts';
import { isAnythingSaid } from './said-of-strava.ts';
import { sayShoe } from './shoe-table.ts';
import { findStravaRecord } from './strava-records.ts';
import { stravaIdOf } from './strava-run-id.ts';
import { stravaTwinIdsOf } from './strava-twins.ts';

/** `ids` are of files' activities. True when one has to be analysed again for it. Call inside a transaction. */
export function inheritSaid(sql: SqlStorage, ids: readonly string[]): boolean {
  if (!isAnythingSaid(sql)) return false;
  return ids.map((id) => inherit(sql, id)).includes(true);
}

function inherit(sql: SqlStorage, id: string): boolean {
  const file = findActivity(sql, id);
  if (file === null || isSaid(file.corrections)) return false;
  const said = stravaTwinIdsOf(sql, id)
    .map((twin) => findStravaRecord(sql, stravaIdOf(twin) ?? '')?.corrections ?? {})
    .find(isSaid);
  if (said === undefined) return false;
  writeCorrections(sql, id, said);
  sayShoe(sql, id, said.shoe ?? null);
  const isOutdated = isAnalysedAgain({}, said);
  if (isOutdated) markOutdated(sql, file.sha256);
  return isOutdated;
}

const isSaid = (corrections: Corrections): boolean => Object.keys(corrections).length > 0;
