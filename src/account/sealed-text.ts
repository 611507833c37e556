/**
 * Short secrets of an athlete, such as tokens, sealed before they are stored: AES-GCM under keys that rotate. A sealed text
 * opens only for the athlete and field it was sealed for, so that a row put into another's place is of no use. The keys are
 * one secret of the deployment; nothing here ever names a key or a text in an error.
 */
import * as v from 'valibot';
import { err, ok, type Result } from '../analysis/result.ts';

/** Whose it is, and which of theirs: `strava-refresh-token`. */
export interface SealedPlace {
  athleteId: string;
  field: string;
}

/** Newest first: it seals, all open. */
export type SealingKeys = readonly [SealingKey, ...SealingKey[]];

interface SealingKey {
  /** Stands in front of what it has sealed. */
  kid: string;
  key: CryptoKey;
}

export type UnsealError =
  /** Not in the shape of a sealed text. */
  | 'malformed'
  /** Its key has been taken out of the secret. */
  | 'unknown-key'
  /** Changed, or sealed for another athlete or field. */
  | 'forged';

const IV_BYTES = 12;
const SEALED_PATTERN = /^([\w-]{1,32})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22,})$/;

const keysSchema = v.pipe(
  v.array(
    v.object({
      kid: v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/)),
      key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
    }),
  ),
  v.minLength(1),
  v.check((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length),
);

/**
 * `secret`: JSON, newest first: `[{"kid":"2026-11","key":"…"}]`, a key being 32 random bytes in base64url. Throws for
 * anything else: the deployment is not set up.
 */
export async function sealingKeys(secret: string): Promise<SealingKeys> {
  const [newest, ...older] = await Promise.all(
    parsedKeys(secret).map(async ({ kid, key }) => ({
      kid,
      key: await crypto.subtle.importKey('raw', fromBase64Url(key), 'AES-GCM', false, [
        'encrypt',
        'decrypt',
      ]),
    })),
  );
  return [newest as SealingKey, ...older];
}

/** Whether `sealingKeys` would take it. */
export function areSealingKeys(secret: string): boolean {
  try {
    parsedKeys(secret);
    return true;
  } catch {
    return false;
  }
}

function parsedKeys(secret: string): v.InferOutput<typeof keysSchema> {
  try {
    return v.parse(keysSchema, JSON.parse(secret));
  } catch {
    // What was wrong would quote the secret.
    throw new Error('The sealing keys are not a JSON array of {"kid", "key"}, newest first.');
  }
}

/** `kid.iv.ciphertext`, the last two in base64url. */
export async function sealText(
  keys: SealingKeys,
  text: string,
  place: SealedPlace,
): Promise<string> {
  const [{ kid, key }] = keys;
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(kid, place) },
    key,
    new TextEncoder().encode(text),
  );
  return `${kid}.${toBase64Url(iv)}.${toBase64Url(new Uint8Array(sealed))}`;
}

/** `isSealedWithOldKey`: seal it again when it is next written. */
export async function openText(
  keys: SealingKeys,
  sealed: string,
  place: SealedPlace,
): Promise<Result<{ text: string; isSealedWithOldKey: boolean }, UnsealError>> {
  const [, kid, iv, ciphertext] = SEALED_PATTERN.exec(sealed) ?? [];
  if (kid === undefined || iv === undefined || ciphertext === undefined) return err('malformed');
  const found = keys.find((candidate) => candidate.kid === kid);
  if (found === undefined) return err('unknown-key');
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64Url(iv), additionalData: boundTo(kid, place) },
      found.key,
      fromBase64Url(ciphertext),
    );
    const text = new TextDecoder().decode(opened);
    return ok({ text, isSealedWithOldKey: found !== keys[0] });
  } catch {
    return err('forged');
  }
}

const boundTo = (kid: string, { athleteId, field }: SealedPlace): Uint8Array =>
  new TextEncoder().encode(`${kid}|${athleteId}:${field}`);

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
