/** How an athlete's Strava stands: all that the runner could see of it, and the rows behind, without when they were fetched. */
import type { Rows } from '../../clocked-server/object-at-work.ts';
import type { Stage } from './stage.ts';
import { DIRECTORY_TABLES, secretsIn, untruths } from './truth.ts';
import type { Visitor } from './visitor.ts';

/** What was looked at → what was there. */
export type Standing = Record<string, string>;

const PAGES = ['/', '/runs', '/runs?show=other-sports', '/shoes', '/strava', '/flare'];
const NUMBERS = ['/api/dashboard', '/api/activities', '/api/strava', '/api/shoes'];

/** By table: the columns that differ from one play to the other, for all the same runs. */
const TABLES: Record<string, readonly string[]> = {
  strava_activities: ['fetched_at', 'expires_at', 'course_expires_at'],
  strava_account: [
    ...['connection_id', 'access_token', 'refresh_token', 'token_expires_at'],
    ...['connected_at', 'active_at', 'last_sync_at'],
  ],
  strava_gear: ['expires_at', 'shoe_id'],
  strava_jobs: ['due_at', 'revision', 'attempts', 'state'],
  strava_receipt: ['erased_at', 'erased_activities'],
  strava_farewell: [
    'since',
    'due_at',
    'attempts',
    'access_token',
    'refresh_token',
    'token_expires_at',
  ],
  said_of_strava: [],
  shoes: ['id'],
};

export async function standingOf(stage: Stage, visitor: Visitor): Promise<Standing> {
  const standing: Standing = {};
  const look = async (path: string) => {
    const { status, text, location } = await visitor.get(path);
    // Who is not connected has nothing at one address; anything else is a failure that both plays may share.
    if (status !== 200 && !(status === 404 && path === '/api/strava'))
      throw new Error(`${path}: ${status} ${text}`);
    standing[path] = `${status} ${location ?? ''} ${withoutTimes(text)}`;
    return text;
  };
  for (const path of NUMBERS) await look(path);
  for (const path of PAGES) await look(path);
  for (const id of runsIn(await look('/runs'))) {
    await look(`/runs/${id}`);
    await look(`/api/activities/${id}`);
  }
  const account = stage.strava.control.athletes().find(({ id }) => id === visitor.stravaId);
  standing['allowed on Strava'] = String(account?.scopes);
  const { killer, server } = stage;
  const directory: Rows = {};
  for (const table of DIRECTORY_TABLES)
    directory[table] = await killer.reached(() => server.directoryRows(table));
  const link = directory.strava_links?.find(({ athlete_id }) => athlete_id === visitor.athleteId);
  standing['linked here'] = String(link?.strava_athlete_id);
  const rows = await killer.reached(() => server.rows(visitor.athleteId, Object.keys(TABLES)));
  visitor.secretsSeen += secretsIn(stage, { ...directory, ...rows });
  const [untruth] = untruths(stage, visitor, rows);
  if (untruth !== undefined) throw new Error(untruth);
  return { ...standing, ...compared(rows) };
}

export function differences(one: Standing, other: Standing): string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => {
    const [calm, troubled] = [one[key] ?? 'nothing', other[key] ?? 'nothing'];
    return calm === troubled ? [] : [`${key}: ${firstDifference(calm, troubled)}`];
  });
}

const AROUND = 60;

function firstDifference(calm: string, troubled: string): string {
  let at = 0;
  while (at < calm.length && calm[at] === troubled[at]) at++;
  const excerpt = (text: string) =>
    JSON.stringify(text.slice(Math.max(0, at - AROUND), at + AROUND));
  return `${excerpt(calm)} became ${excerpt(troubled)}`;
}

/** When something was fetched or will be is told here and there. */
const withoutTimes = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
    .replace(/"(lastSyncAtS|expiresAtS|nowS|nextCallAtS|connectedAtS)":[\d.]+/g, '"$1":0')
    .replace(/\b(at )?\d{1,2}:\d{2}( UTC)?( on \d{1,2} [A-Z][a-z]+)?/g, (time, at, utc, on) =>
      at || utc || on ? 'TIME' : time,
    );

const runsIn = (page: string): string[] => [
  ...new Set(Array.from(page.matchAll(/href="\/runs\/(strava-\d+)"/g), ([, id]) => id as string)),
];

function compared(rows: Rows): Standing {
  // Of an earlier connection, which nobody sees: who came back before the end of it was heard of has none.
  if (rows.strava_account?.length === 1) rows.strava_receipt = [];
  return Object.fromEntries(
    Object.entries(rows).map(([table, found]) => [
      table,
      found
        .map((row) => JSON.stringify(without(row, TABLES[table] ?? [])))
        .sort()
        .join('\n'),
    ]),
  );
}

const without = (row: Record<string, unknown>, columns: readonly string[]) =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
