/** Strava's ids: digits of any length for activities and athletes, a letter before them for gear. Always text here. */
import * as v from 'valibot';

/** No number has more digits than 20 in 64 bits. */
const ID_PATTERN = /^\d{1,20}$/;
const GEAR_PATTERN = /^[a-z]?\d{1,20}$/;

export const stravaIdSchema = v.pipe(v.string(), v.regex(ID_PATTERN));
export const gearIdSchema = v.pipe(v.string(), v.regex(GEAR_PATTERN));
