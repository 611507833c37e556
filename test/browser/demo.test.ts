import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodedRun } from '../../fixtures/encoded-run.ts';
import { launchChromium, openPage, PHONE } from './chromium.ts';
import { drawnChart, recordDrawing } from './drawn-bars.ts';
import { appUrl } from './shared-app.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser?.close());

describe('the demo runner, on a phone', () => {
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openPage(browser));
    await recordDrawing(page);
    await page.goto(appUrl);
    await page.getByRole('link', { name: 'Try with demo data' }).click();
    await page.waitForURL(`${appUrl}/demo`);
  });

  it('is there in one click, says whose data it is, and shows status and first flag unscrolled', async () => {
    expect(await page.getByText('Demo runner. Not your data.').isVisible()).toBe(true);
    for (const text of [
      page.getByRole('heading', { level: 1 }),
      page.locator('.flag h3').first(),
    ]) {
      const box = await text.boundingBox();
      expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThan(PHONE.height);
    }
  });

  it.each(['volume', 'hills', 'speed'])(
    'draws in its chart "%s" what the table says',
    async (id) => {
      const drawn = await drawnChart(page, id);
      const table = (await tableColumn(page, id)).filter((value) => value > 0);
      expect(drawn.columns.length).toBe(table.length);
      // Half of the step the table rounds to, and a pixel and a half of drawing.
      const rounding = { volume: 0.25, hills: 5, speed: 0.5 }[id] as number;
      drawn.columns.forEach(({ value }, i) => {
        const difference = Math.abs(value - (table[i] ?? Number.NaN));
        expect(difference).toBeLessThan(rounding + 1.5 * drawn.unitsPerPixel);
      });
    },
  );

  it('moves every chart to another week by keyboard alone', async () => {
    const readouts = page.locator('.readout-period');
    const before = await readouts.allTextContents();
    await page.locator('#period').focus();
    await page.keyboard.press('ArrowLeft');
    const after = await readouts.allTextContents();
    expect(new Set(after).size).toBe(1);
    expect(after[0]).not.toBe(before[0]);
  });

  it('says +29 % of Thursday’s 14.2 km after 11.0 km, and opens that run', async () => {
    const flag = page.locator('.flag').first();
    expect(await flag.locator('.because').textContent()).toMatch(/14\.2.*11\.0.*\+29/s);
    await flag.locator('summary').click();
    await flag.locator('.run-links a').click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('14.2');
  });

  it('shows what rose in the same week as one stacked flag, above the single ones, and three flags at first', async () => {
    await page.goto(`${appUrl}/demo`);
    const first = await page.locator('.flags > .flag-list > .flag h3').allTextContents();
    const rest = await page.locator('.more-flags .flag h3').allTextContents();
    expect(first).toHaveLength(3);
    const stacked = (titles: string[]) => titles.filter((title) => title.includes('together'));
    expect(stacked([...first, ...rest])).toEqual([
      'Distance, fast running and climb rose together',
    ]);
    const all = [...first, ...rest];
    const place = (part: string) => all.findIndex((title) => title.includes(part));
    expect(place('Longest run')).toBeLessThan(place('together'));
    for (const single of ['Fast running above your usual week', 'Climb above your usual week']) {
      expect(place(single)).toBeGreaterThan(place('together'));
    }
  });

  it('hears no complaint from the browser', () => expect(complaints).toEqual([]));
});

describe('a flag of the runner’s own', () => {
  it('can be hidden for 7 days and shown again', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(appUrl);
    for (const [daysAgo, kilometres] of [
      [9, 8],
      [2, 12],
    ] as const) {
      await page.locator('input[name=files]').setInputFiles({
        name: `${kilometres}.fit`,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(run(daysAgo, kilometres)),
      });
      await page
        .locator('[data-upload-list] li[data-status=added]', { hasText: `${kilometres}.fit` })
        .waitFor();
    }
    await page.goto(appUrl);
    const flags = page.locator('.flag');
    const before = await flags.count();
    expect(before).toBeGreaterThan(0);
    const title = (await flags.first().locator('h3').textContent()) ?? '';
    await flags.first().getByRole('button', { name: 'Hide 7 days' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await page.reload();
    expect(await page.locator('.flag h3', { hasText: title }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

function run(daysAgo: number, kilometres: number): Uint8Array {
  const startTimeS = Math.floor(Date.now() / 1000) - daysAgo * 86_400 - 12 * 3_600;
  return encodedRun({
    segments: [{ distanceM: kilometres * 1_000, speedMps: 2.8 }],
    startTimeS,
  });
}

/** The first number of each row, oldest first; nothing is 0. */
async function tableColumn(page: Page, id: string): Promise<number[]> {
  const cells = await page.locator(`#${id} tbody tr td:nth-of-type(1)`).allTextContents();
  return cells.toReversed().map((text) => Number.parseFloat(text.replace(/[^\d.]/g, '')) || 0);
}
