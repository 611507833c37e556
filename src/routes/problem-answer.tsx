/** A problem as the asker can read it: a page for a browser that navigates, RFC 9457 JSON for everyone else. */
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { ErrorPage, NotFoundPage } from '../../web/pages/error-page.tsx';
import { DEFAULT_SETTINGS } from '../athlete/settings.ts';
import type { Environment } from './environment.ts';
import { currentPageContext, pageContext } from './page-context.ts';
import { problemDocument, type RequestProblem } from './problem.ts';

export async function problemAnswer(
  c: Context<Environment>,
  problem: RequestProblem,
): Promise<Response> {
  const document = problemDocument(problem);
  if (!wantsPage(c)) {
    return c.json(document, document.status, { 'Content-Type': 'application/problem+json' });
  }
  if (problem.kind === 'not-found') {
    return c.html(<NotFoundPage context={await currentPageContext(c)} />, document.status);
  }
  // Asks for no settings: what is broken may be what keeps them.
  const context = pageContext(c, DEFAULT_SETTINGS);
  return c.html(<ErrorPage context={context} detail={document.detail} />, document.status);
}

function wantsPage(c: Context): boolean {
  if (c.req.path.startsWith('/api/')) return false;
  const supports = ['application/problem+json', 'application/json', 'text/html'];
  return accepts(c, { header: 'Accept', supports, default: 'application/json' }) === 'text/html';
}
