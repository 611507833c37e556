import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeDevVariables } from '../../src/cli/dev-variables.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variables-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('hands on what the environment says of Strava, and nothing else of it', () => {
  const path = writeDevVariables(join(folder, 'state'), {
    STRAVA_CLIENT_ID: '4711',
    STRAVA_CLIENT_SECRET: `it's`,
    STRAVA_OAUTH_BASE: '',
    PATH: '/bin',
    OTHER_SECRET: 'x',
  });
  const lines = readFileSync(path, 'utf8').trim().split('\n').slice(-2);
  expect(lines).toEqual([`STRAVA_CLIENT_ID='4711'`, `STRAVA_CLIENT_SECRET="it's"`]);
});

it('says in which time zone the machine is', () => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const lines = readFileSync(writeDevVariables(folder, {}), 'utf8').split('\n');
  expect(lines).toContain(`LOCAL_TIME_ZONE=${timeZone}`);
});

it('is for this user alone to read', () => {
  const path = writeDevVariables(folder, {});
  expect(statSync(path).mode & 0o077).toBe(0);
});

it.each(['a\nb', `'"\``])('refuses %j, which such a file cannot hold', (value) => {
  expect(() => writeDevVariables(folder, { STRAVA_CLIENT_SECRET: value })).toThrow(
    'STRAVA_CLIENT_SECRET',
  );
});
