/**
 * Strava's API as this product asks it, through `strava-v3`, which knows the endpoints; requests, limits and errors are ours.
 * The only file with that package. Its OAuth, its count of calls and its reading of numbers stay unused: the first puts secrets
 * into URLs, the second is shared by everybody in the process, the third rounds ids.
 */
import strava from 'strava-v3';
import * as v from 'valibot';
import { err, ok, type Result } from '../analysis/result.ts';
import { type Answered, apiFetch, type StravaServer } from './api-fetch.ts';
import { athleteSchema, type StravaAthlete } from './strava-athlete.ts';
import type { StravaError } from './strava-error.ts';
import { gearIdSchema, stravaIdSchema } from './strava-id.ts';
import { parseWithTextIds } from './strava-json.ts';
import { STREAM_KEYS, type StravaStreams, streamsSchema } from './stream-set.ts';
import { detailSchema, type StravaDetail, type StravaSummary, summarySchema } from './summary.ts';

export interface StravaClient {
  /** Whose token this is. */
  athlete(): Promise<Answered<StravaAthlete>>;
  activities(page: ActivityPage): Promise<Answered<ListedActivities>>;
  activity(id: string): Promise<Answered<StravaDetail>>;
  /** `null`: there are none. Strava may say so with `not-found` as well. */
  streams(id: string): Promise<Answered<StravaStreams | null>>;
  gear(id: string): Promise<Answered<StravaGear>>;
}

export interface StravaGear {
  id: string;
  name: string;
}

export interface ActivityPage {
  /** Unix seconds. With it Strava lists the oldest first, without it the newest. */
  afterS?: number;
  beforeS?: number;
  /** From 1. */
  page: number;
  /** Default and most 200. */
  perPage?: number;
}

export interface ListedActivities {
  activities: StravaSummary[];
  /** Entries of the page. A page may be short without being the last: the end is a page with none. */
  count: number;
}

export const LARGEST_PAGE = 200;

/** Ids have to be Strava's (`stravaIdSchema`); anything else throws, since it would become part of a path. */
export function stravaClient(accessToken: string, server: StravaServer): StravaClient {
  const endpoints = new strava.client(accessToken, (request) => carried(request, server));
  return {
    athlete: () => asked(endpoints.athlete.get({}), parseWithTextIds, athleteSchema),
    activities: ({ afterS, beforeS, page, perPage = LARGEST_PAGE }) => {
      const query = {
        page,
        per_page: perPage,
        ...(afterS === undefined ? {} : { after: afterS }),
        ...(beforeS === undefined ? {} : { before: beforeS }),
      };
      return asked(endpoints.athlete.listActivities(query), parseWithTextIds, listSchema);
    },
    activity: (id) =>
      asked(endpoints.activities.get({ id: activityId(id) }), parseWithTextIds, detailSchema),
    streams: (id) => {
      const query = { id: activityId(id), keys: [...STREAM_KEYS], key_by_type: true };
      // Streams hold no ids, and a hundred thousand numbers.
      return asked(endpoints.streams.activity(query), JSON.parse, streamsSchema);
    },
    gear: (id) =>
      asked(endpoints.gear.get({ id: v.parse(gearIdSchema, id) }), parseWithTextIds, gearSchema),
  };
}

const activityId = (id: string): string => v.parse(stravaIdSchema, id);

const gearSchema = v.object({ id: gearIdSchema, name: v.string() });

/** One odd activity must not keep all the others out: it is passed over. */
const listSchema = v.pipe(
  v.array(v.unknown()),
  v.transform((entries): ListedActivities => {
    const parsed = entries.map((entry) => v.safeParse(summarySchema, entry));
    return {
      activities: parsed.flatMap((entry) => (entry.success ? [entry.output] : [])),
      count: entries.length,
    };
  }),
);

interface CarriedRequest {
  url?: string;
  headers?: Record<string, string | null | undefined>;
}

/** What `strava-v3` takes for a body it hands on as it is: so errors and headers come through without being thrown. */
async function carried(request: CarriedRequest, server: StravaServer) {
  const base = server.apiBase.endsWith('/') ? server.apiBase : `${server.apiBase}/`;
  const url = new URL(request.url ?? '', base);
  const headers = Object.fromEntries(
    Object.entries(request.headers ?? {}).flatMap(([name, value]) =>
      value == null ? [] : [[name, value]],
    ),
  );
  return { headers: {}, body: await apiFetch(url, { method: 'GET', headers }, server) };
}

async function asked<Value>(
  answer: Promise<unknown>,
  parse: (json: string) => unknown,
  schema: v.GenericSchema<unknown, Value>,
): Promise<Answered<Value>> {
  const { outcome, rate } = (await answer) as Answered<string>;
  return { outcome: outcome.ok ? parsedAs(outcome.value, parse, schema) : outcome, rate };
}

function parsedAs<Value>(
  json: string,
  parse: (json: string) => unknown,
  schema: v.GenericSchema<unknown, Value>,
): Result<Value, StravaError> {
  let value: unknown;
  try {
    value = parse(json);
  } catch {
    return err({ kind: 'malformed', reason: 'not-json' });
  }
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  return parsed.success
    ? ok(parsed.output)
    : err({ kind: 'malformed', reason: 'unexpected-shape' });
}
