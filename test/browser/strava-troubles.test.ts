import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultKind } from '../../fixtures/strava-simulator/faults.ts';
import { bundleWorker, type WorkerBundle } from '../clocked-server/worker-bundle.ts';
import { launchChromium } from './chromium.ts';
import { type ClockedStrava, type StravaRunner, startClockedStrava } from './clocked-strava.ts';
import { pageFaults } from './page-faults.ts';
import { checkout } from './running-app.ts';

const SEED = { activities: 6, differentRuns: 3 };
const ATHLETES = ['Ada', 'Ben', 'Cleo', 'Dora', 'Emil'].map((firstName) => ({
  ...{ firstName, lastName: 'Example' },
  ...SEED,
}));

const REFUSED_CODES: readonly { kind: FaultKind; words: readonly string[] }[] = [
  {
    kind: 'rate-limited-quarter-hour',
    words: ['has used up its calls to Strava', 'after the next quarter of an hour'],
  },
  {
    kind: 'application-inactive',
    words: ['has switched this site’s app off', 'Adding files works without it'],
  },
  { kind: 'server-error', words: ['Strava does not answer', 'Try again in a few minutes'] },
  { kind: 'timeout', words: ['Strava does not answer', 'What you had here is as it was'] },
  { kind: 'cut-body', words: ['Strava does not answer', 'Try again'] },
];

/** Linux: the server's clock is moved by way of its process. */
describe.runIf(process.platform === 'linux')('Strava in trouble', () => {
  let bundle: WorkerBundle;
  let browser: Browser;
  let site: ClockedStrava;
  const opened: StravaRunner[] = [];

  beforeAll(async () => {
    bundle = bundleWorker();
    browser = await launchChromium();
    site = await startClockedStrava(bundle, browser, ATHLETES);
    await site.nextQuarter();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.dispose();
  });

  afterEach(async () => {
    site.strava.control.setFaults([]);
    // Each test has calls of its own.
    await site.nextQuarter();
    for (const runner of opened.splice(0)) {
      expect(runner.complaints).toEqual([]);
      await runner.context.close();
    }
  });

  async function newRunner(): Promise<StravaRunner> {
    const runner = await site.runner();
    opened.push(runner);
    return runner;
  }

  describe('on the way there and back', () => {
    it('a code that is not exchanged is told in words, and nothing is kept of it', async () => {
      const runner = await newRunner();
      for (const { kind, words } of REFUSED_CODES) {
        site.strava.control.setFaults([{ kind, path: '/oauth/token', delayMs: 100 }]);
        const said = await runner.connect();
        for (const text of ['Nothing was connected', ...words]) expect(said).toContain(text);
      }
      expect(await pageFaults(runner.page)).toEqual([]);
      expect(await runner.connect()).toContain('Strava is connected.');
    });

    it('a way back that is taken again, or too late, leads nowhere', async () => {
      const runner = await newRunner();
      const [callback] = await Promise.all([
        runner.page.waitForRequest(/\/strava\/callback\?/),
        runner.connect('Emil Example'),
      ]);
      await runner.page.goto(callback.url());
      await runner.says('that way back from Strava was too old, or was used before');
      expect(runner.page.url()).not.toMatch(/code|state=/);

      const late = await newRunner();
      await late.toStrava();
      await site.advance(11);
      await late.page.getByRole('button', { name: 'Authorize' }).click();
      await late.says('within ten minutes');
    });

    it('a site whose secret is wrong says whose it is to put that right', async () => {
      const variables = { STRAVA_CLIENT_SECRET: 'wrong' };
      const wrong = await startClockedStrava(bundle, browser, ATHLETES, variables);
      try {
        const runner = await wrong.runner();
        expect(await runner.connect()).toContain('its secret is wrong');
        expect(runner.complaints).toEqual([]);
      } finally {
        await wrong.dispose();
      }
    });
  });

  /** One page, looked at all the time: each test finds what the one before has left. */
  describe('while runs come in', () => {
    let runner: StravaRunner;
    beforeAll(async () => {
      runner = await site.runner();
    });
    afterAll(async () => {
      expect(runner.complaints).toEqual([]);
      await runner.context.close();
    });

    const everyCall = (kind: FaultKind) =>
      site.strava.control.setFaults([{ kind, share: 1, delayMs: 100 }]);

    /** Faults end before the clock moves: the site asks at once. */
    async function healed(): Promise<void> {
      await runner.backOnline();
      await runner.stands(/^Up to date at/);
    }

    async function syncNow(): Promise<void> {
      await runner.page.getByRole('button', { name: 'Sync now' }).click();
    }

    it('a Strava that does not answer is waited for, and the page goes on by itself', async () => {
      everyCall('server-error');
      await runner.connect('Ben Example');
      await runner.stands(/^Strava does not answer/);
      await runner.says('What has come in is kept. It goes on by itself');
      expect(await pageFaults(runner.page)).toEqual([]);
      site.strava.control.setFaults([]);
      await runner.stands(/^Up to date at/);
    });

    it('a full quarter of an hour says when it goes on', async () => {
      everyCall('rate-limited-quarter-hour');
      await syncNow();
      await runner.stands(
        /calls to Strava are used up for now; next calls at \d\d:(00|15|30|45)\.$/,
      );
      await runner.says('you can close this page');
      site.strava.control.setFaults([]);
      await site.nextQuarter();
      await healed();
    });

    it('a full day says so, on the runner’s clock', async () => {
      everyCall('rate-limited-day');
      await syncNow();
      // Strava's day ends at midnight UTC: one or two o'clock in Berlin.
      await runner.stands(/next calls at 0[12]:00( on \d+ \w+)?\.$/);
      site.strava.control.setFaults([]);
      await site.advance(24 * 60);
      await healed();
    });

    it('an app that Strava has switched off is its owner’s to renew, and is tried again', async () => {
      everyCall('application-inactive');
      await syncNow();
      await runner.stands(/switched this site’s app off \(403\)/);
      await runner.says('Adding files works without Strava');
      site.strava.control.setFaults([]);
      await site.advance(61);
      await healed();
    });

    it('a token that is not taken any more asks to connect anew, which heals', async () => {
      const ben = site.strava.control.athletes().find(({ name }) => name === 'Ben Example');
      site.strava.control.deauthorize(ben?.id as string);
      await syncNow();
      await runner.stands(/^Strava no longer lets this site in/);
      await runner.says('kept for two days at most');
      await runner.page.getByRole('link', { name: 'Connect again' }).click();
      await runner.page.getByRole('button', { name: 'Connect with Strava' }).waitFor();
      expect(await pageFaults(runner.page)).toEqual([]);
      expect(await runner.connect('Ben Example')).toContain('Strava is connected.');
      await healed();
    });
  });

  it('private activities that were asked for and unticked are left out, and can be added later', async () => {
    const runner = await newRunner();
    const said = await runner.connect('Dora Example', {
      asksPrivate: true,
      unticked: ['See your activities that only you can see, too'],
    });
    expect(said).toMatch(/Private activities\s+not included/);
    await runner.page.locator('summary', { hasText: 'Also activities only you can see' }).click();
    expect(await pageFaults(runner.page)).toEqual([]);
    await runner.page.getByLabel('Also activities only you can see').check();
    await runner.toStrava();
    await runner.page.getByRole('combobox').selectOption({ label: 'Dora Example' });
    await runner.page.getByRole('button', { name: 'Authorize' }).click();
    await runner.says(/Private activities\s*included/);
  });

  it('an account of another profile is a choice: go, stay, and the way back', async () => {
    const first = await newRunner();
    await first.connect('Cleo Example');
    const second = await newRunner();
    await second.open('/');
    await uploadRun(second);
    expect(await second.connect('Cleo Example')).toContain('belongs to another profile');
    expect(await pageFaults(second.page)).toEqual([]);
    await second.page.getByRole('button', { name: 'Stay here' }).click();
    await second.says('You stayed in this profile.');
    expect(await second.open('/runs')).toContain('Mon 2 Mar');

    await second.connect('Cleo Example');
    await second.page.getByRole('button', { name: 'Sign in to that profile' }).click();
    await second.says('You are signed in.');
    await second.says('This browser has another profile');
    expect(await pageFaults(second.page)).toEqual([]);
    await second.page.getByRole('button', { name: 'Go to the other profile' }).click();
    await second.says('You are in your other profile now.');
    expect(await second.open('/runs')).toContain('Mon 2 Mar');
    // Cleo's own browser has noticed nothing of it.
    expect(await first.open('/strava')).toContain('Cleo Example');
  });
});

/** A profile that began with a file. */
async function uploadRun({ page }: StravaRunner): Promise<void> {
  const bytes = readFileSync(join(checkout, 'fixtures/files/easy-run.fit')).toString('base64');
  await page.evaluate(async (text) => {
    const body = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    await fetch('/api/imports?name=easy-run.fit', { method: 'POST', body });
  }, bytes);
}
