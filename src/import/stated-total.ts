/**
 * A total as a GPX or TCX file states it. Converters write out what watches store for "no value": 42,949 km, 4,294,967 s.
 * Text in, number out; must not know which of the file's totals it reads.
 */
import { LONGEST_ACTIVITY_S, RECORDED_DISTANCE_MAX_M } from '../analysis/policy.ts';

/** A month: longer than any race, shorter than "no value" in the units that watches count in. */
const LONGEST_TOTAL_S = 31 * LONGEST_ACTIVITY_S;

/** Metres, or `null` for what can be no distance and no climb. */
export const statedMetres = (text: string): number | null => upTo(RECORDED_DISTANCE_MAX_M, text);

/** Seconds, or `null` for what can be no duration. */
export const statedSeconds = (text: string): number | null => upTo(LONGEST_TOTAL_S, text);

function upTo(limit: number, text: string): number | null {
  const number = Number(text);
  return number >= 0 && number <= limit ? number : null;
}
