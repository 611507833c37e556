/** What names a file by its content, here as in the app: lower-case hex of the SHA-256 of its raw bytes. */
import { createHash } from 'node:crypto';

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
