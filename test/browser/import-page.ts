/** The page that files are added on, as tests use and read it. */
import type { BrowserContext, Page, Request } from 'playwright-core';

export async function choose(page: Page, ...paths: string[]): Promise<void> {
  await page.locator('input[name=files]').setInputFiles(paths);
}

/** Resolves when the headline begins so. */
export const headline = (page: Page, beginning: string): Promise<void> =>
  page.locator('[data-part=headline]', { hasText: new RegExp(`^${beginning}`) }).waitFor();

/** Files by outcome, as the filters count them. */
export async function tally(page: Page): Promise<Record<string, number>> {
  const labels = await page.locator('[data-part=filters] label').allTextContents();
  return Object.fromEntries(
    labels
      .map((label) => /^(.*?) ([\d,]+)$/.exec(label) ?? [])
      .map(([, name = '', count = '']) => [name, Number(count.replaceAll(',', ''))] as const)
      .filter(([, count]) => count > 0),
  );
}

/** Addresses of the files that are sent from now on. */
export function sentFiles(context: BrowserContext): string[] {
  const sent: string[] = [];
  context.on('request', (request) => {
    if (bringsFile(request)) sent.push(request.url());
  });
  return sent;
}

/** Resolves when so many files have been sent from now on, the last of them not yet answered. */
export async function filesSent(context: BrowserContext, count: number): Promise<void> {
  let sent = 0;
  await context.waitForEvent('request', {
    predicate: (request) => bringsFile(request) && ++sent === count,
    timeout: 0,
  });
}

const bringsFile = (request: Request): boolean =>
  request.method() === 'POST' && request.url().includes('/api/imports?');
