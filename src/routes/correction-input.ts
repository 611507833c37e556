/** Corrections of an activity as a script sends them (JSON) and as a form does (text in the runner's units). */
import * as v from 'valibot';
import { inDistanceUnit, segmentLengthM, type Units } from '../../web/format.ts';
import { SURFACES } from '../analysis/surface.ts';
import type { CorrectionChange } from '../athlete/corrections.ts';
import type { OriginalValues } from '../athlete/run-about.ts';

/** No one runs farther in one go. */
const MAX_DISTANCE_M = 1_000_000;
const MAX_TEXT_LENGTH = 255;

const textSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'some text'),
  v.maxLength(MAX_TEXT_LENGTH, 'a shorter text'),
);
const sportSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z][A-Za-z]{1,39}$/, 'the name of a sport, such as running'),
);
const distanceSchema = v.pipe(
  v.number(),
  v.gtValue(0, 'a distance above 0'),
  v.maxValue(MAX_DISTANCE_M, `at most ${MAX_DISTANCE_M} m`),
);

export const correctionSchema = v.strictObject({
  name: v.exactOptional(v.nullable(textSchema)),
  distanceM: v.exactOptional(v.nullable(distanceSchema)),
  sport: v.exactOptional(v.nullable(sportSchema)),
  surface: v.exactOptional(v.nullable(v.picklist(SURFACES, `one of ${SURFACES.join(', ')}`))),
  shoe: v.exactOptional(v.nullable(textSchema)),
  excluded: v.exactOptional(
    v.nullable(
      v.pipe(
        v.boolean(),
        v.transform((isExcluded) => (isExcluded ? (true as const) : null)),
      ),
    ),
  ),
});

/** The short form of an activity that is shown as another sport. */
export const sportFormSchema = v.object({ sport: sportSchema });

/** An empty field, or one that says what the file says, is no correction. */
export function formCorrection(
  form: FormData,
  { original, distanceM }: { original: OriginalValues; distanceM: number | null },
  units: Units,
): Record<keyof CorrectionChange, unknown> {
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const unlessOriginal = (value: string, known: string | null) =>
    value === '' || value === known ? null : value;
  return {
    name: unlessOriginal(field('name'), original.name),
    distanceM: formDistance(field('distance'), { original: original.distanceM, distanceM }, units),
    sport: unlessOriginal(field('sport'), original.sport),
    surface: unlessOriginal(field('surface'), original.surface),
    // One chosen by its name is said, though it may be what is taken to be its shoe today.
    shoe: field('newShoe') || field('shoe') || null,
    excluded: field('excluded') === 'on',
  };
}

/** The field holds a rounded distance: left as it was, it changes nothing. */
function formDistance(
  text: string,
  known: { original: number | null; distanceM: number | null },
  units: Units,
): number | null {
  if (text === '' || text === distanceField(known.original, units)) return null;
  if (text === distanceField(known.distanceM, units)) return known.distanceM;
  return Number(text.replace(',', '.')) * segmentLengthM(units);
}

function distanceField(metres: number | null, units: Units): string {
  return metres === null ? '' : inDistanceUnit(metres, units).toFixed(2);
}
