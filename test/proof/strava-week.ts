/**
 * `npm run proof:strava-week -- [--activities 400] [--ten-athletes]`: ten athletes with so many activities of a year, connected
 * under one client id in one morning, over nine days of simulated time: the real objects in workerd, the simulator with the
 * limits of a new app, or of one for up to ten athletes. What has to hold: test/athlete/strava-week.test.ts, where the tests
 * do it with less.
 */
import { parseArgs } from 'node:util';
import {
  NEW_APP_LIMITS,
  TEN_ATHLETES_LIMITS,
} from '../../fixtures/strava-simulator/rate-limits.ts';
import { passes } from './strava-load.ts';

const { values } = parseArgs({
  options: { activities: { type: 'string' }, 'ten-athletes': { type: 'boolean' } },
});
const hasPassed = passes('test/athlete/strava-week.test.ts', 'STRAVA_WEEK', {
  activities: Number(values.activities ?? 400),
  limits: values['ten-athletes'] ? TEN_ATHLETES_LIMITS : NEW_APP_LIMITS,
});
process.exitCode = hasPassed ? 0 : 1;
