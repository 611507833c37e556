import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;
const inWorkerd = ['test/{routes,athlete,account}/**/*.test.{ts,tsx}'];
const inBrowser = ['test/browser/**/*.test.ts'];

/** Three projects: pure code in Node, routes and Durable Objects in workerd, the running product in Chromium. */
export default defineConfig({
  root,
  test: {
    // Much of a test in workerd is waiting: a worker for each core keeps them busy.
    maxWorkers: '100%',
    projects: [
      {
        root,
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
        test: {
          name: 'node',
          testTimeout: 20_000,
          // Pure code has no state to leak; a worker of its own for each file takes longer than the tests.
          isolate: false,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...inWorkerd, ...inBrowser],
        },
      },
      {
        root,
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: { TEST_MIGRATIONS: await readD1Migrations('./src/account/migrations') },
            },
          })),
        ],
        test: {
          name: 'workerd',
          testTimeout: 20_000,
          include: inWorkerd,
          globalSetup: ['./test/demo-built.ts', './test/strava-simulators.ts'],
          setupFiles: ['./test/setup-workerd.ts'],
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: inBrowser,
          globalSetup: ['./test/started-app.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A second is little on a busy machine.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
