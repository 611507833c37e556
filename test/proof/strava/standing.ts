/** How an athlete's Strava stands: all that the runner could see of it, and the rows behind, without when they were fetched. */
import type { Stage } from './stage.ts';
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
  shoes: ['id'],
};

export async function standingOf(stage: Stage, visitor: Visitor): Promise<Standing> {
  const standing: Standing = {};
  const look = async (path: string) => {
    const { status, text, location } = await visitor.get(path);
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
  const links = await stage.killer.reached(() => stage.server.directoryRows('strava_links'));
  const link = links.find(({ athlete_id }) => athlete_id === visitor.athleteId);
  standing['linked here'] = String(link?.strava_athlete_id);
  return { ...standing, ...(await rowsOf(stage, visitor.athleteId)) };
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

async function rowsOf(stage: Stage, athleteId: string): Promise<Standing> {
  const rows = await stage.killer.reached(() => stage.server.rows(athleteId, Object.keys(TABLES)));
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
