/** Waits for a server that is starting: an open port says nothing yet, an answer does. */

const POLL_MS = 150;
/** A first answer takes a second or two; one that takes longer is asked for again. */
const ANSWER_MS = 5_000;

/** Resolves with the first answer that is no failure. `complain` is called once when there is none after `patienceMs`. */
export async function answering(
  url: string,
  patienceMs: number,
  complain: () => void,
): Promise<void> {
  const timer = setTimeout(complain, patienceMs);
  while (!(await answers(url))) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  clearTimeout(timer);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
