/** What is wrong with a page for some of its readers: WCAG 2.2 AA and best practice as axe knows them, and its width. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All that looks at colours; the others find the same in either scheme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe finds in both colour schemes; the page is left in the other one. */
export async function findingsInBothSchemes(
  page: Page,
  first: 'light' | 'dark' = 'light',
): Promise<string[]> {
  const other = first === 'light' ? 'dark' : 'light';
  // Elements are found before the style sheet has come, and have no size of theirs yet.
  await page.waitForLoadState();
  await page.evaluate(AXE);
  await page.emulateMedia({ colorScheme: first });
  const found = await findings(page, TAGS);
  await page.emulateMedia({ colorScheme: other });
  const inOther = await findings(page, COLOUR_RULES);
  return [...found.map((line) => `${first} ${line}`), ...inOther.map((line) => `${other} ${line}`)];
}

/** What axe finds in both colour schemes, and what reaches beyond a narrow screen. */
export async function pageFaults(page: Page): Promise<string[]> {
  const found = await findingsInBothSchemes(page);
  return (await fitsNarrowScreen(page)) ? found : [...found, 'reaches beyond a screen of 320 px'];
}

/** A line for each: the rule, and the elements that break it. */
async function findings(page: Page, runOnly: string[]): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults, string[]>(
    (asked) =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: asked,
        resultTypes: ['violations'],
      }),
    runOnly,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`);
}

async function fitsNarrowScreen(page: Page): Promise<boolean> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  // Drawings take their new size a frame or more later.
  const fits = await page
    .waitForFunction(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      undefined,
      { timeout: 5_000 },
    )
    .then(
      () => true,
      () => false,
    );
  if (size !== null) await page.setViewportSize(size);
  return fits;
}
