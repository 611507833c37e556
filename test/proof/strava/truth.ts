/** What has to be so in the end whatever has happened, undisturbed too: two plays that are wrong alike are equal. */
import type { Rows } from '../../clocked-server/object-at-work.ts';
import type { Stage } from './stage.ts';
import type { Visitor } from './visitor.ts';

const CACHE_S = 7 * 86_400;

/** Of the directory: what has to do with people. */
export const DIRECTORY_TABLES = ['sessions', 'oauth_states', 'strava_links', 'offered_sign_ins'];

/** In words; empty when all is well. */
export function untruths({ strava: { control } }: Stage, { stravaId }: Visitor, rows: Rows) {
  const { strava_account = [], strava_activities = [] } = rows;
  const scopes = control.athletes().find(({ id }) => id === stravaId)?.scopes;
  const isSeen = ({ visibility }: { visibility: string }) =>
    visibility !== 'only_me' || scopes?.includes('activity:read_all');
  const there = strava_account.length === 0 ? [] : control.activities(stravaId).filter(isSeen);
  const onStrava = there.map(({ id, name, sportType }) => `${id} ${name} ${sportType}`).sort();
  const here = strava_activities.map(({ id, summary }) => {
    const { name, sportType } = JSON.parse(String(summary));
    return `${id} ${name} ${sportType}`;
  });
  const nowS = control.clock.nowMs() / 1000;
  const isKeptTooLong = ({ fetched_at, expires_at }: Rows[string][number]) =>
    Number(expires_at) > Number(fetched_at) + CACHE_S + 1 || Number(expires_at) < nowS;
  return [
    ...(here.sort().join() === onStrava.join() ? [] : [`here ${here}, on Strava ${onStrava}`]),
    ...(strava_activities.some(isKeptTooLong) ? ['something is kept too long'] : []),
    ...((rows.strava_jobs ?? []).length > 0 && strava_account.length === 0 ? ['work is left'] : []),
  ];
}

/** Codes, tokens and the client secret as they are, in any row: all of them lie there sealed or hashed. */
export const secretsIn = ({ strava: { control } }: Stage, rows: Rows): number => {
  const text = JSON.stringify(rows);
  return control.secrets().filter((secret) => text.includes(secret)).length;
};
