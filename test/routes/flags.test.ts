import { expect, test } from 'vitest';
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import type { FlagWords } from '../../web/words/en/flags.ts';
import { Browser } from './browser.ts';
import { runOn } from './watch-files.ts';

type DescribedFlag = DashboardView['flags'][number] & Omit<FlagWords, 'evidence'>;

/** 11.0 km, then 14.2 km three days later, seen on the day of the second. */
async function spikedRunner(): Promise<Browser> {
  const browser = new Browser();
  for (let day = 0; day < 28; day += 4) await browser.upload(runOn(day, 11_000));
  await browser.upload(runOn(30, 14_200));
  return browser;
}

async function flagsOf(browser: Browser): Promise<DescribedFlag[]> {
  return (await browser.json<{ flags: DescribedFlag[] }>('/api/dashboard')).flags;
}

const isSame = (one: DescribedFlag, other: DescribedFlag) =>
  one.rule === other.rule && one.quantity === other.quantity && one.date === other.date;

const keyOf = ({ rule, quantity, date }: DescribedFlag) => ({ rule, quantity, date });

test('a spike comes with its arithmetic and advice in the runner’s own units', async () => {
  const browser = await spikedRunner();
  const [spike] = await flagsOf(browser);
  expect(spike).toMatchObject({
    rule: 'session-distance-spike',
    observed: 14_200,
    baseline: 11_000,
    evidence: ['cohort'],
  });
  expect(spike?.because).toMatch(/14\.2.km.*11\.0.km.*\+29%/);
  expect(spike?.advice).not.toBe('');
  await browser.change('PATCH', '/api/settings', { units: 'mi' });
  expect((await flagsOf(browser))[0]?.because).toMatch(/8\.8.mi.*6\.8.mi.*\+29%/);
});

test('a hidden flag is gone, the others stay, and it can be brought back', async () => {
  const browser = await spikedRunner();
  const before = await flagsOf(browser);
  const [first, ...others] = before;
  if (first === undefined) throw new Error('the history raises no flag');
  expect(others.length).toBeGreaterThan(0);
  expect((await browser.change('POST', '/api/flags/hide', keyOf(first))).status).toBe(204);
  expect(await flagsOf(browser)).toEqual(others);
  expect((await browser.change('POST', '/api/flags/show', keyOf(first))).status).toBe(204);
  expect(await flagsOf(browser)).toEqual(before);
});

test('the form hides a flag and leads back to the week', async () => {
  const browser = await spikedRunner();
  const [first] = await flagsOf(browser);
  if (first === undefined) throw new Error('the history raises no flag');
  const answer = await browser.submit('/flags/hide', keyOf(first));
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
  expect(await flagsOf(browser)).not.toContainEqual(first);
});

/** The fields of the form that brings back the flag of a rule and quantity. */
function showFields(page: string, { rule, quantity }: DescribedFlag): Record<string, string> {
  const forms = page.match(/<form method="post" action="\/flags\/show">.*?<\/form>/gs) ?? [];
  const form = forms.find(
    (text) => text.includes(`value="${rule}"`) && text.includes(`value="${quantity}"`),
  );
  const inputs = (form ?? '').matchAll(/name="([^"]+)" value="([^"]+)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

test('the forms bring back one hidden flag or all of them, and lead back to the day looked at', async () => {
  const browser = await spikedRunner();
  const before = await flagsOf(browser);
  const [first, second] = before;
  if (first === undefined || second === undefined) throw new Error('too few flags');
  for (const flag of [first, second]) await browser.submit('/flags/hide', keyOf(flag));
  const page = await browser.page('/?on=2026-04-01');
  expect(page).toContain('2 flags hidden until');
  const fields = showFields(page, first);
  expect(fields).toEqual({ ...keyOf(first), on: '2026-04-01' });
  const answer = await browser.submit('/flags/show', fields);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/?on=2026-04-01']);
  expect(await flagsOf(browser)).toEqual(before.filter((flag) => !isSame(flag, second)));

  await browser.submit('/flags/hide', keyOf(first));
  const all = await browser.submit('/flags/show-all?on=2026-04-01', {});
  expect([all.status, all.headers.get('Location')]).toEqual([303, '/?on=2026-04-01']);
  expect(await flagsOf(browser)).toEqual(before);
  const unread = await browser.submit('/flags/show', { ...fields, on: 'yesterday' });
  expect(unread.status).toBe(400);
});

test('what is no flag is refused', async () => {
  const browser = await spikedRunner();
  const key = { rule: 'session-distance-spike', quantity: 'distanceM', date: '2026-04-01' };
  for (const wrong of [{ rule: 'x' }, { quantity: 'x' }, { date: '1 April' }]) {
    const answer = await browser.change('POST', '/api/flags/hide', { ...key, ...wrong });
    expect(answer.status).toBe(400);
  }
  expect((await browser.change('POST', '/api/flags/hide')).status).toBe(400);
});
