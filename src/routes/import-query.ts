/** What a sender may say of a file beside its bytes. Bounded text, shown and never trusted. */
import * as v from 'valibot';
import { timeZoneSchema } from './input.ts';

export const MAX_NAME_LENGTH = 255;

const text = (what: string) => v.optional(v.pipe(v.string(), v.maxLength(MAX_NAME_LENGTH, what)));

export const batchIdSchema = v.pipe(v.string(), v.uuid('a UUID'), v.toLowerCase());

export const importQuerySchema = v.object({
  name: text('a shorter file name'),
  timeZone: v.optional(timeZoneSchema),
  batch: v.optional(batchIdSchema),
  title: text('a shorter title'),
  gear: text('a shorter name'),
  sportHint: text('a shorter name of a sport'),
  /** `known`: refused without a session, where else the file would make a runner. */
  runner: v.optional(v.literal('known', 'known')),
});

const SHA256 = /^[0-9a-f]{64}$/i;
const MAX_ASKED = 500;

export const knownSchema = v.object({
  sha256: v.pipe(
    v.array(
      v.pipe(v.string(), v.regex(SHA256, 'a SHA-256 in hexadecimal'), v.toLowerCase()),
      'a list',
    ),
    v.maxLength(MAX_ASKED, `at most ${MAX_ASKED} at a time`),
  ),
});
