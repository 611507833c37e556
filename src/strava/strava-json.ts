/** JSON from Strava, whose ids may be longer than a number is exact: they are read as text. */

/** As `JSON.parse`; whatever is called `id` or `…_id` is text, to the last digit. Throws `SyntaxError`. */
export function parseWithTextIds(json: string): unknown {
  return parse(json, (key, value, context) =>
    typeof value === 'number' && ID_KEY.test(key) ? (context?.source ?? String(value)) : value,
  );
}

const ID_KEY = /(?:^|_)id$/;

/** The third argument is of ES2025, which the type library does not have yet. */
type Reviver = (key: string, value: unknown, context?: { source?: string }) => unknown;
const parse = JSON.parse as (text: string, reviver: Reviver) => unknown;
