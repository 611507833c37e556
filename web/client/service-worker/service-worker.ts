/**
 * Opens the check-in without a network, shows the last week seen, and sends what was said in the meantime. Everything else
 * goes past it: no API answer is ever kept, and with a network every page comes from the site.
 */

import { sendAnswers } from '../check-in/send-answers.ts';
import { SYNC_TAG } from '../check-in/send-later.ts';
import { dropOfOthers, keepPage, keptPage } from './kept-pages.ts';
import type { RequestEvent, WorkerScope } from './scope.ts';
import {
  addToShell,
  CHECK_IN_SHELL,
  dropOldShells,
  fromShell,
  keepShell,
  OFFLINE_PAGE,
  renewForm,
} from './shell.ts';

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(event, url));
});

scope.addEventListener('sync', (event) => {
  if (event.tag === SYNC_TAG) event.waitUntil(sendAll());
});

async function activate(): Promise<void> {
  await dropOldShells();
  await scope.registration.navigationPreload?.enable();
  await scope.clients.claim();
}

async function page(event: RequestEvent, url: URL): Promise<Response> {
  const isCheckIn = url.pathname === '/check-in';
  const response = await answerOf(event);
  if (response !== null) {
    await dropOfOthers(response);
    event.waitUntil(isCheckIn ? renewForm() : keepPage(url, response));
    return response;
  }
  const found =
    (await keptPage(url)) ?? (await fromShell(isCheckIn ? CHECK_IN_SHELL : OFFLINE_PAGE));
  return found ?? Response.error();
}

/** `null` without a network. */
async function answerOf({ request, preloadResponse }: RequestEvent): Promise<Response | null> {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch {
    return null;
  }
}

/** Chunks never change under their name; files with fixed names come from the site while it answers. */
async function asset({ request }: RequestEvent, url: URL): Promise<Response> {
  const kept = await fromShell(url.pathname);
  const isChunk = url.pathname.startsWith('/assets/chunks/');
  if (kept !== undefined && (isChunk || navigator.onLine === false)) return kept;
  try {
    const response = await fetch(request);
    if (isChunk && response.ok) await addToShell(url.pathname, response.clone());
    return response;
  } catch {
    return kept ?? Response.error();
  }
}

/** Rejects while something waits: the browser then tries again later. */
async function sendAll(): Promise<void> {
  const { waiting } = await sendAnswers();
  if (waiting > 0) throw new Error('Not all answers could be sent.');
}
