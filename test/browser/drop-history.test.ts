import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { drawnChart, recordDrawing } from './drawn-bars.ts';
import { hasRealHistory, type RealRun, realRuns } from './real-history.ts';
import { type RunningApp, startApp } from './running-app.ts';

const LAST_DAY = '2023-05-25';

describe.runIf(hasRealHistory)('sixty days of real files dropped one by one', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let runs: RealRun[];

  beforeAll(async () => {
    runs = realRuns(LAST_DAY, 60);
    [app, browser] = await Promise.all([startApp(), launchChromium()]);
    ({ page, complaints } = await openPage(browser));
    await recordDrawing(page);
    await page.goto(app.url);
    for (const run of runs) await drop(page, run);
    await page.getByRole('link', { name: 'See your week' }).click();
    await page.waitForURL(`${app.url}/`);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.dispose();
  });

  it('adds every one of them', () => {
    expect(runs.length).toBeGreaterThan(15);
  });

  it('shows the sum of the watches’ own totals, to the metre', async () => {
    const answer = await page.request.get(`${app.url}/api/dashboard`);
    const { weeks } = (await answer.json()) as {
      weeks: { quantities: { distanceM: { value: number } } }[];
    };
    const shown = weeks.reduce((sum, week) => sum + week.quantities.distanceM.value, 0);
    const watches = runs.reduce((sum, run) => sum + run.distanceM, 0);
    expect(Math.abs(shown - watches)).toBeLessThan(0.5 * runs.length);
  });

  it('draws in every week what the table says, and says of the last week what the table says', async () => {
    const drawn = await drawnChart(page, 'volume');
    const table = await tableTotals(page);
    expect(drawn.columns.length).toBe(table.filter(({ km }) => km > 0).length);
    const withRuns = table.filter(({ km }) => km > 0);
    drawn.columns.forEach(({ value }, i) => {
      const row = withRuns[i];
      expect(Math.abs(value - (row?.km ?? 0)), row?.name).toBeLessThan(
        0.25 + 1.5 * drawn.unitsPerPixel,
      );
    });
    const finding = await page.locator('#volume [data-part=finding]').textContent();
    const last = table.at(-1);
    expect(finding).toContain(String(last?.km));
  });

  it('says on the stepper, for every week, what the table says', async () => {
    const table = await tableTotals(page);
    for (const row of table.toReversed()) {
      const readout = await page.locator('#volume [data-part=readout]').textContent();
      expect(readout).toContain(row.name);
      expect(readout?.replaceAll(' ', ' ')).toMatch(new RegExp(`Total ${row.text}( km)?\\b`));
      if (row !== table[0]) await page.locator('[data-step="-1"]').click();
    }
  });

  it('keeps them through a restart', async () => {
    const before = await (await page.request.get(`${app.url}/api/activities`)).json();
    await app.restart();
    const after = await (await page.request.get(`${app.url}/api/activities`)).json();
    expect(after).toEqual(before);
  });

  it('calls them duplicates the second time', async () => {
    await page.goto(`${app.url}/add`);
    const [run] = runs as [RealRun];
    await page.locator('input[name=files]').setInputFiles(run.path);
    await page
      .locator('[data-upload-list] li[data-status=duplicate]', { hasText: run.name })
      .waitFor();
  });

  it('hears no complaint from the browser', () => {
    expect(complaints).toEqual([]);
  });
});

async function drop(page: Page, run: RealRun): Promise<void> {
  const base64 = readFileSync(run.path).toString('base64');
  await page.evaluate(
    ([name, content]) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
      );
    },
    [run.name, base64] as const,
  );
  await page.locator('[data-upload-list] li[data-status=added]', { hasText: run.name }).waitFor();
}

/** The rows of the weekly volume's table, oldest first. */
async function tableTotals(page: Page): Promise<{ name: string; text: string; km: number }[]> {
  const rows = await page
    .locator('#volume tbody tr')
    .evaluateAll((elements) =>
      elements.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    );
  return rows.toReversed().map(([name = '', text = '']) => ({ name, text, km: Number(text) || 0 }));
}
