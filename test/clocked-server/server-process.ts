/**
 * One life of the server: the bundled Worker in workerd, on the state of the lives before. Started by `clocked-server.ts` as a
 * process of its own, so that it can be killed as a whole; told what to do by its first message, and says when it answers.
 */
import { fileURLToPath } from 'node:url';
import { Miniflare } from 'miniflare';

export interface ServerLife {
  /** The bundle's one module. */
  script: string;
  compatibilityDate: string;
  stateDir: string;
  port: number;
  variables: Record<string, string | number>;
  /** The directory has no tables yet. */
  isNew: boolean;
}

const MIGRATIONS = fileURLToPath(new URL('../../src/account/migrations', import.meta.url));

process.once('message', async (life: ServerLife) => {
  const miniflare = new Miniflare(optionsOf(life));
  await miniflare.ready;
  if (life.isNew) await migrate(miniflare);
  process.send?.('ready');
});
async function migrate(miniflare: Miniflare): Promise<void> {
  const { readD1Migrations } = await import('@cloudflare/vitest-plugin');
  const directory = await miniflare.getD1Database('DIRECTORY');
  const migrations = await readD1Migrations(MIGRATIONS);
  for (const statement of migrations.flatMap(({ queries }) => queries))
    await directory.prepare(statement).run();
}

process.once('disconnect', () => process.exit());

function optionsOf({ script, compatibilityDate, stateDir, port, variables }: ServerLife) {
  const sqlite = { type: 'durable-object', storage: 'sqlite' } as const;
  const object = (exportName: string) =>
    ({ type: 'durable-object', worker: 'product', exportName }) as const;
  return {
    host: '127.0.0.1',
    port,
    resourcePersistencePath: stateDir,
    telemetry: { enabled: false },
    cf: false,
    workers: [
      {
        config: {
          name: 'product',
          compatibilityDate,
          manifest: {
            mainModule: 'worker.js',
            modulesRoot: '/',
            modules: { 'worker.js': { type: 'esm', contents: script } },
          },
          exports: { Athlete: sqlite, StravaBudget: sqlite },
          env: {
            ATHLETE: object('Athlete'),
            STRAVA_BUDGET: object('StravaBudget'),
            DIRECTORY: { type: 'd1', id: 'directory' },
            FILES: { type: 'r2', name: 'files' },
            ...Object.fromEntries(
              Object.entries(variables).map(([name, value]) => [name, variable(value)]),
            ),
          },
        },
      },
    ],
  } satisfies ConstructorParameters<typeof Miniflare>[0];
}

const variable = (value: string | number) =>
  typeof value === 'string'
    ? ({ type: 'text', value } as const)
    : ({ type: 'json', value } as const);
