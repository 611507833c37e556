/** Who somebody is on Strava, as the API and the exchange of a code tell it. */
import * as v from 'valibot';
import { stravaIdSchema } from './strava-id.ts';

export interface StravaAthlete {
  id: string;
  name: string;
}

export const athleteSchema = v.pipe(
  v.object({
    id: stravaIdSchema,
    firstname: v.nullish(v.string(), ''),
    lastname: v.nullish(v.string(), ''),
  }),
  v.transform(
    ({ id, firstname, lastname }): StravaAthlete => ({
      id,
      name: `${firstname} ${lastname}`.trim(),
    }),
  ),
);
