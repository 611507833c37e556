/** Gives each test file in workerd a directory with its tables. */
import { applyD1Migrations, type D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Bindings } from '../src/bindings.ts';

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof import('../src/worker.ts');
    }
    interface Env extends Bindings {
      /** Read from src/account/migrations by test/vitest.config.ts. */
      TEST_MIGRATIONS: D1Migration[];
    }
  }
}

await applyD1Migrations(env.DIRECTORY, env.TEST_MIGRATIONS);
