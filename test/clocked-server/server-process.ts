/**
 * One life of the server: the bundled Worker in workerd, on the state of the lives before. Started by `clocked-server.ts` as a
 * process of its own, so that it can be killed as a whole; told what to do by its first message, and says when it answers.
 */
import { Miniflare } from 'miniflare';

export interface ServerLife {
  /** The bundle's one module. */
  script: string;
  compatibilityDate: string;
  stateDir: string;
  port: number;
  variables: Record<string, string | number>;
  /** Of the directory; `null` where it has its tables already. */
  migrations: string[] | null;
}

process.once('message', async (life: ServerLife) => {
  const miniflare = new Miniflare(optionsOf(life));
  await miniflare.ready;
  if (life.migrations !== null) {
    const directory = await miniflare.getD1Database('DIRECTORY');
    for (const statement of life.migrations) await directory.prepare(statement).run();
  }
  process.send?.('ready');
});
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
