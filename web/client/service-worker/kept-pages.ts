/**
 * The runner's pages as last seen, for when there is no network. All of it is dropped as soon as the site answers for
 * another athlete, or for none: nobody is ever shown a stranger's week.
 */

/** Also holds the day that the check-in page keeps. */
const CACHE = 'achilles-watch-runner';
const ATHLETE = '/athlete-tag';
const KEPT: ReadonlySet<string> = new Set(['/', '/runs']);
/** When it was kept, in ISO 8601. */
const KEPT_AT = 'Kept-At';
/** As long as Strava lets anything of it be kept: no page says which of its runs are from there. */
const KEPT_MS = 7 * 86_400_000;
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

/** Call before `response` is shown. */
export async function keepPage(url: URL, response: Response): Promise<void> {
  if (!response.ok || url.search !== '' || !KEPT.has(url.pathname)) return;
  // Of these alone: a copy that nobody reads holds all of a download in memory.
  const copy = response.clone();
  const keptAt = new Date().toISOString();
  const headers = new Headers({ [KEPT_AT]: keptAt });
  for (const name of HEADERS) headers.set(name, copy.headers.get(name) ?? '');
  const html = (await copy.text()).replace('<html ', `<html data-kept-at="${keptAt}" `);
  await (await caches.open(CACHE)).put(url.pathname, new Response(html, { headers }));
}

/** `undefined` when there is none, or none that may still be kept. */
export async function keptPage({ pathname }: URL): Promise<Response | undefined> {
  if (!KEPT.has(pathname)) return undefined;
  const cache = await caches.open(CACHE);
  const kept = await cache.match(pathname);
  const keptAtMs = Date.parse(kept?.headers.get(KEPT_AT) ?? '');
  if (Date.now() - keptAtMs < KEPT_MS) return kept;
  await cache.delete(pathname);
  return undefined;
}
