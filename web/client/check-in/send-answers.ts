/** Sends what waits, oldest first, one sender at a time. Whatever the site does not take now stays for later. */
import { forgetAnswer, type UnsentAnswer, unsentAnswers } from './unsent-answers.ts';

export interface Sent {
  /** Answers that still wait for the network or the site. */
  waiting: number;
  /** Answers of another athlete of this browser: kept until that one is back. */
  ofOthers: number;
  /** The site will never take an answer: it is given up. */
  isRefused: boolean;
  /** Of the athlete the site took them for; `null` when none was taken. */
  athlete: string | null;
}

const LOCK = 'achilles-watch-answers';
const ATHLETE_TAG = 'Athlete-Tag';
const OTHER_ATHLETE = 409;
const TOO_MANY = 429;

/** `current`: who asks, as far as the page knows; `null` for a visitor. */
export function sendAnswers(current?: string | null): Promise<Sent> {
  const send = () => sendAll(current);
  return navigator.locks?.request(LOCK, send) ?? send();
}

async function sendAll(current?: string | null): Promise<Sent> {
  const sent: Sent = { waiting: 0, ofOthers: 0, isRefused: false, athlete: null };
  const left = await unsentAnswers();
  for (const [index, answer] of left.entries()) {
    if (current !== undefined && answer.athlete !== null && answer.athlete !== current) {
      sent.ofOthers++;
      continue;
    }
    const response = await put(answer);
    if (response === null || response.status >= 500 || response.status === TOO_MANY) {
      return { ...sent, waiting: left.length - index };
    }
    if (response.status === OTHER_ATHLETE) {
      sent.ofOthers++;
      continue;
    }
    sent.isRefused ||= !response.ok;
    sent.athlete = response.headers.get(ATHLETE_TAG) ?? sent.athlete;
    await forgetAnswer(answer);
  }
  return sent;
}

/** `null` without an answer. A device without network is not asked to try: that would only fill its console. */
async function put({ path, change, athlete }: UnsentAnswer): Promise<Response | null> {
  if (navigator.onLine === false) return null;
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (athlete !== null) headers.set(ATHLETE_TAG, athlete);
  const init = { method: 'PUT', headers, body: JSON.stringify(change), keepalive: true };
  return fetch(path, init).catch(() => null);
}
