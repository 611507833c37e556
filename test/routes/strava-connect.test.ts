import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { findSession } from '../../src/account/sessions.ts';
import {
  askedState,
  codeOf,
  comeBack,
  connect,
  linkOf,
  StravaBrowser,
  scopesOf,
  stravaWith,
} from './simulated-strava.ts';
import { runOn } from './watch-files.ts';

const SCOPE = 'read,activity:read';
const SID = '__Host-sid';

let athletes: string[];
beforeAll(async () => {
  athletes = await stravaWith(20);
});
const nextAthlete = (): string => athletes.pop() as string;

async function runner(): Promise<StravaBrowser> {
  const browser = new StravaBrowser();
  await browser.upload(runOn(0, 10_000));
  return browser;
}

const filesOf = async (browser: StravaBrowser): Promise<number> =>
  (await browser.json<{ activities: { fileName: string | null }[] }>('/api/activities')).activities
    .length;

describe('the way to Strava', () => {
  test('asks for the least, and for private activities only when they were ticked', async () => {
    const browser = new StravaBrowser();
    const plain = await browser.submit('/strava/connect', { to: 'strava' });
    const url = new URL(plain.headers.get('Location') ?? '');
    expect(plain.status).toBe(303);
    expect(url.href.split('?')[0]).toBe(`${env.STRAVA_OAUTH_BASE}/oauth/authorize`);
    expect(url.searchParams.get('scope')).toBe('read,activity:read');
    expect(url.searchParams.get('redirect_uri')).toBe('https://watch.test/strava/callback');
    const ticked = await browser.submit('/strava/connect', { to: 'strava', private: 'on' });
    const scope = new URL(ticked.headers.get('Location') ?? '').searchParams.get('scope');
    expect(scope).toBe('read,activity:read,activity:read_all');
  });

  test('makes no athlete of a visitor who turns back', async () => {
    const count = () => env.DIRECTORY.prepare('SELECT count(*) AS n FROM athletes').first('n');
    const before = await count();
    const browser = new StravaBrowser();
    const state = await askedState(browser);
    expect(await comeBack(browser, { state, error: 'access_denied' })).toBe(
      '/strava?outcome=refused',
    );
    expect(await count()).toBe(before);
    expect(await browser.page('/strava?outcome=refused')).toContain(
      'You refused; nothing was connected.',
    );
  });

  test('lets the form lead there and nowhere else', async () => {
    const policy = (await new StravaBrowser().request('/strava')).headers.get(
      'Content-Security-Policy',
    );
    expect(policy).toContain(`form-action 'self' ${env.STRAVA_OAUTH_BASE};`);
    const other = (await new StravaBrowser().request('/add')).headers.get(
      'Content-Security-Policy',
    );
    expect(other).toContain("form-action 'self';");
  });
});

test('without a client id nothing leads there, and the page says how to try it', async () => {
  const browser = new StravaBrowser();
  const clientId = env.STRAVA_CLIENT_ID;
  Object.assign(env, { STRAVA_CLIENT_ID: '' });
  try {
    const page = await browser.page('/strava');
    expect(page).toContain('npm run strava:simulator');
    expect(page).not.toContain('action="/strava/connect"');
    const answer = await browser.submit('/strava/connect', { to: 'strava' });
    expect(answer.headers.get('Location')).toBe('/strava');
    expect(await comeBack(browser, { state: 'x', code: 'y' })).toBe('/strava');
  } finally {
    Object.assign(env, { STRAVA_CLIENT_ID: clientId });
  }
});

describe('the state', () => {
  test('works once', async () => {
    const browser = new StravaBrowser();
    const state = await askedState(browser);
    const id = nextAthlete();
    const query = { state, scope: SCOPE };
    expect(await comeBack(browser, { ...query, code: await codeOf(id) })).toContain('=connected');
    expect(await comeBack(browser, { ...query, code: await codeOf(id) })).toContain('=expired');
  });

  test('is good for the browser that asked alone, with a session or without', async () => {
    for (const asking of [new StravaBrowser(), await runner()]) {
      const state = await askedState(asking);
      const id = nextAthlete();
      for (const other of [new StravaBrowser(), await runner()]) {
        const code = await codeOf(id);
        expect(await comeBack(other, { state, code, scope: SCOPE })).toContain('=expired');
      }
      expect(await linkOf(id)).toBeNull();
      const code = await codeOf(id);
      expect(await comeBack(asking, { state, code, scope: SCOPE })).toContain('=connected');
    }
  });

  test('is void once the browser has another session', async () => {
    const browser = new StravaBrowser();
    const state = await askedState(browser);
    await browser.upload(runOn(0, 10_000));
    const code = await codeOf(nextAthlete());
    expect(await comeBack(browser, { state, code, scope: SCOPE })).toContain('=expired');
  });

  test('is good for ten minutes', async () => {
    const browser = new StravaBrowser();
    const state = await askedState(browser);
    await env.DIRECTORY.prepare('UPDATE oauth_states SET expires_at = expires_at - 600').run();
    const code = await codeOf(nextAthlete());
    expect(await comeBack(browser, { state, code, scope: SCOPE })).toContain('=expired');
  });

  test.each([{}, { state: '' }, { state: 'A'.repeat(43) }, { state: `x' OR 1=1 --` }])(
    '%j is none',
    async (query) => {
      const browser = new StravaBrowser();
      await askedState(browser);
      const code = await codeOf(athletes[0] as string);
      expect(await comeBack(browser, { ...query, code, scope: SCOPE })).toContain('=expired');
    },
  );
});

describe('what Strava answers', () => {
  test('without the scope for activities: nothing is connected, and the code is not used', async () => {
    const browser = new StravaBrowser();
    const state = await askedState(browser);
    const id = nextAthlete();
    const code = await codeOf(id, ['read']);
    expect(await comeBack(browser, { state, code, scope: 'read' })).toContain('=unticked');
    expect(await linkOf(id)).toBeNull();
    expect(browser.cookies.has(SID)).toBe(false);
    expect(await browser.page('/strava?outcome=unticked')).toContain('was unticked');
  });

  test('with a code that is none: nothing is connected', async () => {
    const browser = new StravaBrowser();
    const state = await askedState(browser);
    expect(await comeBack(browser, { state, code: 'nonsense', scope: SCOPE })).toContain(
      '=expired',
    );
    expect(browser.cookies.has(SID)).toBe(false);
  });

  test('leaves no code in an address that is shown, and no referrer', async () => {
    const browser = new StravaBrowser();
    const state = await askedState(browser);
    const code = await codeOf(nextAthlete());
    const answer = await browser.request(
      `/strava/callback?${new URLSearchParams({ state, code, scope: SCOPE })}`,
    );
    expect(answer.headers.get('Location')).toBe('/strava?outcome=connected');
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
  });
});

describe('a Strava account', () => {
  test('that is new joins the athlete who asked, who keeps the files and gets a new session', async () => {
    const browser = await runner();
    const athleteId = await browser.athleteId();
    const before = browser.cookies.get(SID) ?? '';
    const id = nextAthlete();
    expect(await connect(browser, id)).toBe('/strava?outcome=connected');
    expect(await linkOf(id)).toBe(athleteId);
    expect(await browser.athleteId()).toBe(athleteId);
    expect(browser.cookies.get(SID)).not.toBe(before);
    expect(await findSession(env.DIRECTORY, before, Date.now() / 1000)).toBeNull();
    expect(await filesOf(browser)).toBeGreaterThan(0);
    expect(await browser.page('/strava')).toContain('Disconnect Strava');
  });

  test('that is this athlete’s already is connected anew', async () => {
    const browser = await runner();
    const athleteId = await browser.athleteId();
    const id = nextAthlete();
    await connect(browser, id);
    expect(await connect(browser, id)).toBe('/strava?outcome=connected');
    expect(await browser.athleteId()).toBe(athleteId);
  });

  test('is a way to sign in on another device', async () => {
    const first = await runner();
    const id = nextAthlete();
    await connect(first, id);
    const second = new StravaBrowser();
    expect(await connect(second, id)).toBe('/strava?outcome=signed-in');
    expect(await second.athleteId()).toBe(await first.athleteId());
    expect(second.cookies.get(SID)).not.toBe(first.cookies.get(SID));
  });

  test('of another athlete here is a choice: staying changes nothing', async () => {
    const [first, second] = [await runner(), await runner()];
    const id = nextAthlete();
    await connect(first, id);
    const own = await second.athleteId();
    expect(await connect(second, id)).toBe('/strava/profile');
    expect(await second.page('/strava/profile')).toContain('belongs to another profile');
    expect(await second.athleteId()).toBe(own);
    const answer = await second.submit('/strava/profile', { choice: 'stay' });
    expect(answer.headers.get('Location')).toBe('/strava?outcome=stayed');
    expect(await second.athleteId()).toBe(own);
    expect(await linkOf(id)).toBe(await first.athleteId());
    const again = await second.submit('/strava/profile', { choice: 'go' });
    expect(again.headers.get('Location')).toBe('/strava?outcome=gone');
    expect(await second.athleteId()).toBe(own);
  });

  test('of another athlete here is a choice: going there loses nothing, and there is a way back', async () => {
    const [first, second] = [await runner(), await runner()];
    const id = nextAthlete();
    await connect(first, id);
    const own = await second.athleteId();
    await connect(second, id);
    await second.submit('/strava/profile', { choice: 'go' });
    expect(await second.athleteId()).toBe(await first.athleteId());
    expect(second.cookies.get(SID)).not.toBe(first.cookies.get(SID));
    expect(await second.page('/strava')).toContain('This browser has another profile');
    await second.submit('/strava/profile/back', {});
    expect(await second.athleteId()).toBe(own);
    await second.submit('/strava/profile/back', {});
    expect(await second.athleteId()).toBe(await first.athleteId());
  });

  test('is not taken by a profile that has another one', async () => {
    const browser = await runner();
    const [one, other] = [nextAthlete(), nextAthlete()];
    await connect(browser, one);
    expect(await connect(browser, other)).toBe('/strava?outcome=has-other-account');
    expect(await linkOf(other)).toBeNull();
    // What nobody keeps is given back.
    expect(await scopesOf(other)).toBeNull();
    expect(await scopesOf(one)).not.toBeNull();
  });

  test('is given up with a receipt, and may then join whom it likes', async () => {
    const browser = await runner();
    const id = nextAthlete();
    await connect(browser, id);
    const answer = await browser.submit('/strava/disconnect', {});
    expect(answer.headers.get('Location')).toBe('/strava/disconnected');
    const shown = await browser.request('/strava/disconnected');
    expect(shown.headers.has('Athlete-Tag')).toBe(false);
    const receipt = await shown.text();
    expect(await browser.page('/strava/disconnected')).toBe(receipt);
    expect(receipt).toContain('Strava is disconnected.');
    expect(receipt).toContain('has confirmed');
    expect(await scopesOf(id)).toBeNull();
    expect(await linkOf(id)).toBeNull();
    const other = await runner();
    expect(await connect(other, id)).toBe('/strava?outcome=connected');
    expect(await filesOf(browser)).toBeGreaterThan(0);
  });

  test('has no receipt for who is connected, nor for who never was', async () => {
    const browser = await runner();
    const receipt = async () =>
      (await browser.request('/strava/disconnected')).headers.get('Location');
    expect(await receipt()).toBe('/strava');
    await connect(browser, nextAthlete());
    expect(await receipt()).toBe('/strava');
  });
});
