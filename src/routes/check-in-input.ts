/** What the runner may say of a day, as a script sends it (JSON). */
import * as v from 'valibot';
import {
  HOP_TESTS,
  NEXT_DAY_RESPONSES,
  SIDES,
  SPOTS,
  STRENGTHENING,
  WARNING_SIGNS,
} from '../analysis/diary.ts';

/** Nobody counts further, and a day has no more. */
const MAX_HEEL_RAISES = 200;
const MINUTES_PER_DAY = 24 * 60;
const MAX_NOTE_LENGTH = 1000;

const whole = (min: number, max: number) =>
  v.exactOptional(
    v.nullable(
      v.pipe(
        v.number(`a whole number from ${min} to ${max}`),
        v.integer(`a whole number from ${min} to ${max}`),
        v.minValue(min, `a whole number from ${min} to ${max}`),
        v.maxValue(max, `a whole number from ${min} to ${max}`),
      ),
    ),
  );
const oneOf = <const Names extends readonly string[]>(names: Names) =>
  v.exactOptional(v.nullable(v.picklist(names, `one of ${names.join(', ')}`)));

const otherSportSchema = v.strictObject({
  sport: v.pipe(
    v.string(),
    v.regex(/^[a-z][A-Za-z]{1,39}$/, 'the name of a sport, such as tennis'),
  ),
  durationMin: v.nullable(
    v.pipe(
      v.number(),
      v.gtValue(0, 'minutes above 0'),
      v.maxValue(MINUTES_PER_DAY, 'a day at most'),
    ),
  ),
});

/** What is left out stays as it is; `null` takes it back. */
export const checkInSchema = v.strictObject({
  stiffness: whole(0, 10),
  stiffnessMin: whole(0, MINUTES_PER_DAY),
  firstStepsPain: whole(0, 10),
  side: oneOf(SIDES),
  spot: oneOf(SPOTS),
  nextDayResponse: oneOf(NEXT_DAY_RESPONSES),
  painDuring: whole(0, 10),
  painAfter: whole(0, 10),
  heelRaisesLeft: whole(0, MAX_HEEL_RAISES),
  heelRaisesRight: whole(0, MAX_HEEL_RAISES),
  strengthening: v.exactOptional(
    v.nullable(
      v.pipe(
        v.array(v.picklist(STRENGTHENING, `one of ${STRENGTHENING.join(', ')}`)),
        v.transform((kinds) => STRENGTHENING.filter((kind) => kinds.includes(kind))),
      ),
    ),
  ),
  hopTest: oneOf(HOP_TESTS),
  otherSport: v.exactOptional(v.nullable(otherSportSchema)),
  clinicianScore: whole(0, 100),
  note: v.exactOptional(
    v.nullable(
      v.pipe(
        v.string(),
        v.trim(),
        v.maxLength(MAX_NOTE_LENGTH, `at most ${MAX_NOTE_LENGTH} characters`),
        v.transform((text) => text || null),
      ),
    ),
  ),
});

export const warningSignSchema = v.picklist(WARNING_SIGNS, 'the name of a sign');
export const tickSchema = v.strictObject({ isTicked: v.boolean('true or false') });
