/** Secrets for this checkout alone, random and written once; a deployment sets its own. */
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './checkout.mjs';

export function writeLocalSecrets() {
  const path = join(checkout, '.dev.vars');
  if (existsSync(path)) return;
  const key = JSON.stringify({ 1: randomBytes(32).toString('base64') });
  writeFileSync(path, `TOKEN_KEYS='${key}'\n`, { mode: 0o600 });
}
