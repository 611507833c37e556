/** A problem as the asker can read it: a page for a browser that navigates, RFC 9457 JSON for everyone else. */
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { ErrorPage, NotFoundPage, RefusalPage } from '../../web/pages/error-page.tsx';
import { REFUSALS, WRONG_ADDRESS } from '../../web/words/en/refusals.ts';
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
  if (problem.kind === 'unexpected') {
    // Asks for no settings: what is broken may be what keeps them.
    const context = pageContext(c, DEFAULT_SETTINGS);
    return c.html(<ErrorPage context={context} detail={document.detail} />, document.status);
  }
  const isLink = c.req.method === 'GET' && problem.kind === 'invalid-input';
  const page = (
    <RefusalPage
      context={await currentPageContext(c)}
      words={isLink ? WRONG_ADDRESS : REFUSALS[problem.kind]}
      detail={document.detail}
      href={pageBehind(c, problem)}
    />
  );
  return c.html(page, document.status);
}

/** The page that the refused link led to, or that holds the refused form. */
function pageBehind(c: Context<Environment>, { kind }: RequestProblem): string {
  const { method, path } = c.req;
  if (kind === 'no-athlete' || path === '/imports') return '/add';
  if (method === 'GET' || path.endsWith('/settings')) return path;
  return /^\/runs\/[^/]+/.exec(path)?.[0] ?? '/';
}

function wantsPage(c: Context): boolean {
  if (c.req.path.startsWith('/api/')) return false;
  const supports = ['application/problem+json', 'application/json', 'text/html'];
  return accepts(c, { header: 'Accept', supports, default: 'application/json' }) === 'text/html';
}
