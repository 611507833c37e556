/** A shoe as a script sends it (JSON) and as a form does (text). */
import * as v from 'valibot';
import { localDateSchema } from './input.ts';

const MAX_NAME_LENGTH = 100;
/** No shoe for running stands higher; some toes stand above the heel. */
const DROP_MM = { min: -5, max: 30 };
const MAX_HEEL_LIFT_MM = 30;

const lengthMm = (min: number, max: number) =>
  v.nullable(
    v.pipe(
      v.number(`millimetres from ${min} to ${max}`),
      v.minValue(min, `millimetres from ${min} to ${max}`),
      v.maxValue(max, `millimetres from ${min} to ${max}`),
    ),
  );

const fields = {
  name: v.pipe(
    v.string('a name'),
    v.trim(),
    v.minLength(1, 'a name'),
    v.maxLength(MAX_NAME_LENGTH, `at most ${MAX_NAME_LENGTH} characters`),
  ),
  dropMm: lengthMm(DROP_MM.min, DROP_MM.max),
  heelLiftMm: v.pipe(
    lengthMm(0, MAX_HEEL_LIFT_MM),
    v.transform((mm) => mm || null),
  ),
  since: v.nullable(localDateSchema),
  retiredOn: v.nullable(localDateSchema),
};

/** What is left out is not said. */
export const newShoeSchema = v.strictObject({
  name: fields.name,
  dropMm: v.optional(fields.dropMm, null),
  heelLiftMm: v.optional(fields.heelLiftMm, null),
  since: v.optional(fields.since, null),
  retiredOn: v.optional(fields.retiredOn, null),
});

/** What is left out stays as it is; `null` takes it back. */
export const shoeChangeSchema = v.strictObject({
  name: v.exactOptional(fields.name),
  dropMm: v.exactOptional(fields.dropMm),
  heelLiftMm: v.exactOptional(fields.heelLiftMm),
  since: v.exactOptional(fields.since),
  retiredOn: v.exactOptional(fields.retiredOn),
});

/** An empty field is not said; a number may be written with a comma. */
export function formShoe(
  form: FormData,
): Record<keyof v.InferOutput<typeof newShoeSchema>, unknown> {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const number = (name: string) =>
    text(name) === '' ? null : Number(text(name).replace(',', '.'));
  return {
    name: text('name'),
    dropMm: number('dropMm'),
    heelLiftMm: number('heelLiftMm'),
    since: text('since') || null,
    retiredOn: text('retiredOn') || null,
  };
}
