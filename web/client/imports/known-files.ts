/** Asks the site which files it has already, by the SHA-256 of their raw bytes, so that they need not be sent. */
import type { ImportAnswer } from '../../words/en/import-answer.ts';
import type { Site } from './site.ts';

export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What the site would answer to each file that it has. A site that cannot say gets every file and finds the doubles
 * itself.
 */
export async function knownFiles(
  sha256: readonly string[],
  site: Site,
): Promise<Map<string, ImportAnswer[]>> {
  const body = JSON.stringify({ sha256 });
  const response = await site.post('/api/imports/known', body, 'application/json');
  if (!response?.ok) return new Map();
  const { answers } = (await response.json()) as { answers: Record<string, ImportAnswer[]> };
  return new Map(Object.entries(answers));
}
