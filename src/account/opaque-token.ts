/** Opaque tokens: 256 random bits in the browser, their SHA-256 in the directory. */

const TOKEN_BYTES = 32;
const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** 43 characters of base64url. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Whether `text` could be a token at all: what cannot be is not looked up. */
export function isToken(text: string): boolean {
  return TOKEN_PATTERN.test(text);
}

/** Lower-case hex. A plain hash is enough: a random 256-bit token cannot be guessed from it. */
export async function hashToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
