/**
 * Stops requests that another site makes with the runner's cookie. A browser sets both headers itself and no page can
 * forge them, so either one is enough: `Origin` is `null` on a form under a strict referrer policy, and older
 * browsers lack `Sec-Fetch-Site`.
 */
import { createMiddleware } from 'hono/factory';
import { RequestProblem } from './problem.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export const sameOriginOnly = createMiddleware(async (c, next) => {
  if (!SAFE_METHODS.has(c.req.method) && !isSameOrigin(c.req.raw)) {
    throw new RequestProblem(
      'foreign-origin',
      'Changes need the header Sec-Fetch-Site: same-origin, or an Origin that matches this address.',
    );
  }
  await next();
});

function isSameOrigin({ headers, url }: Request): boolean {
  return (
    headers.get('Sec-Fetch-Site') === 'same-origin' || headers.get('Origin') === new URL(url).origin
  );
}
