/** The files that open the check-in without a network: of one build, and of no runner. */

/** Put in by the build: the page's scripts, chunks included, and a name that changes with any of them. */
declare const BUILT: { version: string; files: readonly string[] };

const PREFIX = 'achilles-watch-shell-';
const CACHE = PREFIX + BUILT.version;
export const CHECK_IN_SHELL = '/check-in/shell';
export const OFFLINE_PAGE = '/check-in/offline';

export async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  const addresses = [CHECK_IN_SHELL, OFFLINE_PAGE, ...BUILT.files];
  await cache.addAll(addresses.map((address) => new Request(address, { cache: 'reload' })));
}

export async function dropOldShells(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
}

export async function fromShell(address: string): Promise<Response | undefined> {
  return (await caches.open(CACHE)).match(address);
}

/** The form may be newer than the scripts it was kept with. */
export async function renewForm(): Promise<void> {
  const form = await fetch(CHECK_IN_SHELL).catch(() => null);
  if (form?.ok) await (await caches.open(CACHE)).put(CHECK_IN_SHELL, form);
}

/** A chunk that a kept page needs, such as its charts. */
export async function addToShell(address: string, response: Response): Promise<void> {
  await (await caches.open(CACHE)).put(address, response);
}
