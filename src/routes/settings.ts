/** `GET` and `PATCH /api/settings`. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { THEMES, UNITS, WEEK_STARTS } from '../athlete/settings.ts';
import { requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { parseInput, readJson, timeZoneSchema } from './input.ts';

/** Faster than a walk, slower than the world record over 400 m. */
const FAST_THRESHOLD_RANGE_MPS = { min: 1.5, max: 9 };

const fastThresholdSchema = v.pipe(
  v.number('a speed in m/s'),
  v.minValue(FAST_THRESHOLD_RANGE_MPS.min, 'a running speed in m/s'),
  v.maxValue(FAST_THRESHOLD_RANGE_MPS.max, 'a running speed in m/s'),
);

/** Every field may be left out: it then stays as it is. */
export const settingsChangeSchema = v.strictObject({
  units: v.exactOptional(v.picklist(UNITS, 'km or mi')),
  weekStart: v.exactOptional(v.picklist(WEEK_STARTS, '1 (Monday) or 7 (Sunday)')),
  theme: v.exactOptional(v.picklist(THEMES, 'system, light or dark')),
  timeZone: v.exactOptional(v.nullable(timeZoneSchema)),
  fastThresholdMps: v.exactOptional(v.nullable(fastThresholdSchema)),
});

export const settings = new Hono<Environment>()
  .get('/', async (c) => c.json(await requireStore(c).athlete.settings()))
  .patch('/', async (c) => {
    const { athlete } = requireStore(c);
    const change = parseInput(settingsChangeSchema, await readJson(c.req.raw));
    return c.json(await athlete.changeSettings(change));
  });
