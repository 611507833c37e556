import { expect, test } from 'vitest';
import { Browser, ORIGIN } from './browser.ts';
import { runOn } from './watch-files.ts';

const CSP =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
  "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types achilles-watch";

const PATHS = [
  '/',
  '/runs',
  '/runs/unknown',
  '/add',
  '/settings',
  '/check-in',
  '/check-in/shell',
  '/more',
  '/urgent',
  '/demo',
  '/demo/runs',
  '/demo/runs/run-1',
  '/no/where',
  '/api/dashboard',
  '/api/activities',
  '/api/activities/unknown',
  '/api/settings',
  '/api/no/where',
];

test.each(PATHS)(
  '%s answers with every security header, with and without a session',
  async (path) => {
    const visitor = new Browser();
    const runner = new Browser();
    await runner.upload(runOn(0, 3_000));
    for (const browser of [visitor, runner]) {
      const { headers } = await browser.request(path, { headers: { Accept: 'text/html' } });
      expect(headers.get('Content-Security-Policy')).toBe(CSP);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('same-origin');
      expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
      expect(headers.get('Cache-Control')).toBe('private, no-store');
      expect(headers.get('Strict-Transport-Security')).toContain('max-age=');
    }
  },
);

test('a refusal carries the headers too', async () => {
  const refused = await new Browser().request('/api/imports', { method: 'POST' });
  expect(refused.status).toBe(403);
  expect(refused.headers.get('Content-Security-Policy')).toBe(CSP);
  expect(refused.headers.get('Cache-Control')).toBe('private, no-store');
});

test('over plain HTTP, as on localhost, nothing claims TLS for later', async () => {
  const answer = await new Browser().request(`${ORIGIN.replace('https', 'http')}/`);
  expect(answer.headers.get('Strict-Transport-Security')).toBeNull();
});
