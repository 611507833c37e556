/** What each setting may be, wherever it comes from: the API, the form, the visitor's cookie. */
import * as v from 'valibot';
import { SPOTS } from '../analysis/diary.ts';
import { PAIN_CEILINGS, THEMES, UNITS, WEEK_STARTS } from '../athlete/settings.ts';
import { localDateSchema, timeZoneSchema } from './input.ts';

/** Faster than a walk, slower than the world record over 400 m. */
const FAST_THRESHOLD_MPS = { min: 1.5, max: 9 };

export const settingsSchemas = {
  units: v.picklist(UNITS, 'km or mi'),
  weekStart: v.picklist(WEEK_STARTS, '1 (Monday) or 7 (Sunday)'),
  theme: v.picklist(THEMES, 'system, light or dark'),
  timeZone: v.nullable(timeZoneSchema),
  fastThresholdMps: v.nullable(
    v.pipe(
      v.number('a speed in m/s'),
      v.minValue(FAST_THRESHOLD_MPS.min, 'a running speed in m/s'),
      v.maxValue(FAST_THRESHOLD_MPS.max, 'a running speed in m/s'),
    ),
  ),
  lastTroubleDate: v.nullable(localDateSchema),
  troubleSpot: v.nullable(v.picklist(SPOTS, 'a spot of the tendon')),
  painCeiling: v.picklist(PAIN_CEILINGS, '3, or 5 as agreed with a clinician'),
  isReturning: v.boolean('true or false'),
  isIntroduced: v.boolean('true or false'),
};

/** What is left out stays as it is. */
export const settingsChangeSchema = v.strictObject({
  units: v.exactOptional(settingsSchemas.units),
  weekStart: v.exactOptional(settingsSchemas.weekStart),
  theme: v.exactOptional(settingsSchemas.theme),
  timeZone: v.exactOptional(settingsSchemas.timeZone),
  fastThresholdMps: v.exactOptional(settingsSchemas.fastThresholdMps),
  lastTroubleDate: v.exactOptional(settingsSchemas.lastTroubleDate),
  troubleSpot: v.exactOptional(settingsSchemas.troubleSpot),
  painCeiling: v.exactOptional(settingsSchemas.painCeiling),
  isReturning: v.exactOptional(settingsSchemas.isReturning),
  isIntroduced: v.exactOptional(settingsSchemas.isIntroduced),
});
