/** Input is unknown until parsed: schemas shared by routes, and the one way from a failed parse to a problem. */
import * as v from 'valibot';
import { type LocalDate, parseLocalDate } from '../analysis/local-date.ts';
import { isTimeZone } from '../athlete/runner-clock.ts';
import { RequestProblem } from './problem.ts';

/** The longest IANA name has 32 characters. */
const MAX_TIME_ZONE_LENGTH = 64;

export const localDateSchema = v.pipe(
  v.string(),
  v.check((text) => parseLocalDate(text) !== undefined, 'a calendar day as YYYY-MM-DD'),
  v.transform((text) => text as LocalDate),
);

export const timeZoneSchema = v.pipe(
  v.string(),
  v.maxLength(MAX_TIME_ZONE_LENGTH, 'the name of a time zone'),
  v.check(isTimeZone, 'the name of a time zone, such as Europe/Berlin'),
);

/** `input` as `schema` reads it; throws an `invalid-input` problem that names the first thing wrong. */
export function parseInput<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw new RequestProblem('invalid-input', `${path ?? 'The request'}: ${issue.message}.`);
}
