/** Headers on every answer of the Worker. Files under /assets/ bypass it and take theirs from web/public/_headers. */
import { createMiddleware } from 'hono/factory';

export const CONTENT_SECURITY_POLICY = contentSecurityPolicy();

/** `formTarget`: origin beside our own to which a form of the page may lead, be it by a redirect. */
export function contentSecurityPolicy(formTarget = ''): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    `form-action 'self' ${formTarget}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The one policy, for the one script that a script starts: the import worker.
    'trusted-types achilles-watch',
  ].join('; ');
}

const HEADERS: Record<string, string> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};
const TWO_YEARS_S = 63_072_000;

export const securityHeaders = createMiddleware(async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) {
    // A route may know better, such as where else its form leads.
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  // Over plain HTTP browsers must ignore it, and on localhost it would lock out other local servers.
  if (new URL(c.req.url).protocol === 'https:') {
    c.res.headers.set('Strict-Transport-Security', `max-age=${TWO_YEARS_S}; includeSubDomains`);
  }
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'private, no-store');
});
