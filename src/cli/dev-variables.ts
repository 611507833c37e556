/**
 * The variables of a local server: the secrets of this checkout, its time zone, and what `STRAVA_*` of the environment says. They go
 * through a file that only this user can read, since options of a program are seen by everybody on the machine.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localSecrets } from './set-up/local-secrets.mjs';

/** Path of the file. What the environment says goes before what the checkout has. */
export function writeDevVariables(folder: string, environment: NodeJS.ProcessEnv): string {
  const given = Object.entries(environment).filter(
    ([name, value]) => /^STRAVA_[A-Z_]+$/.test(name) && value !== undefined && value !== '',
  );
  const lines = given.map(([name, value]) => `${name}=${quoted(name, value as string)}\n`);
  const path = join(folder, 'variables.env');
  mkdirSync(folder, { recursive: true });
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const own = `${localSecrets()}\nLOCAL_TIME_ZONE=${timeZone}\n`;
  writeFileSync(path, own + lines.join(''), { mode: 0o600 });
  return path;
}

/** Such files know no escapes: a value stands between quotes that it does not hold. */
function quoted(name: string, value: string): string {
  const quote = [`'`, '"', '`'].find((mark) => !value.includes(mark));
  if (quote === undefined || /[\r\n]/.test(value)) {
    throw new Error(`${name} holds every kind of quote, or a line break.`);
  }
  return quote + value + quote;
}
