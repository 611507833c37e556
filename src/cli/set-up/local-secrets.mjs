/** Secrets for this checkout alone, random and written once, each where it is missing; a deployment sets its own. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './checkout.mjs';

/** Read by `wrangler dev` in `NAME='value'` lines; never committed. */
const PATH = join(checkout, '.dev.vars');

/** @type {Record<string, () => string>} */
const SECRETS = {
  STRAVA_TOKEN_KEYS: () => JSON.stringify([{ kid: 'local-1', key: random() }]),
  STRAVA_WEBHOOK_PATH: random,
  STRAVA_VERIFY_TOKEN: random,
};

export function writeLocalSecrets() {
  const written = localSecrets();
  const missing = Object.entries(SECRETS).filter(([name]) => !hasVariable(written, name));
  if (missing.length === 0) return;
  const start = written === '' || written.endsWith('\n') ? written : `${written}\n`;
  const lines = missing.map(([name, value]) => `${name}='${value()}'\n`);
  writeFileSync(PATH, start + lines.join(''), { mode: 0o600 });
}

/** The text of the file; empty before there is one. */
export function localSecrets() {
  return existsSync(PATH) ? readFileSync(PATH, 'utf8') : '';
}

/**
 * @param {string} written
 * @param {string} name
 */
function hasVariable(written, name) {
  return new RegExp(`^\\s*${name}\\s*=`, 'm').test(written);
}

function random() {
  return randomBytes(32).toString('base64url');
}
