/**
 * The runner's pages as last seen, for when there is no network. All of it is dropped as soon as the site answers for
 * another athlete, or for none: nobody is ever shown a stranger's week.
 */

/** Also holds the day that the check-in page keeps. */
const CACHE = 'achilles-watch-runner';
const ATHLETE = '/athlete-tag';
const KEPT: ReadonlySet<string> = new Set(['/', '/runs']);
/** Those of the answer that still matter when it is shown again. */
const HEADERS = ['Content-Type', 'Content-Security-Policy', 'Referrer-Policy'];

/** Await with every page that the site answers, before it is shown. */
export async function dropOfOthers(response: Response): Promise<void> {
  const tag = response.headers.get('Athlete-Tag') ?? '';
  const known = await (await caches.open(CACHE)).match(ATHLETE);
  if ((await known?.text()) === tag) return;
  await caches.delete(CACHE);
  await (await caches.open(CACHE)).put(ATHLETE, new Response(tag));
}

export async function keepPage(url: URL, response: Response): Promise<void> {
  if (!response.ok || url.search !== '' || !KEPT.has(url.pathname)) return;
  const headers = new Headers();
  for (const name of HEADERS) headers.set(name, response.headers.get(name) ?? '');
  const html = (await response.text()).replace(
    '<html ',
    `<html data-kept-at="${new Date().toISOString()}" `,
  );
  await (await caches.open(CACHE)).put(url.pathname, new Response(html, { headers }));
}

export async function keptPage({ pathname }: URL): Promise<Response | undefined> {
  return KEPT.has(pathname) ? (await caches.open(CACHE)).match(pathname) : undefined;
}
