/**
 * The app under `wrangler dev` with a state of its own, and V8's CPU profiler in the isolate that runs the Worker and the
 * athlete's object. The emulated D1 and R2 run in isolates of their own and are not in its profile.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const WRANGLER = 'node_modules/wrangler/bin/wrangler.js';
const ENVIRONMENT = {
  ...process.env,
  CI: '1',
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};
const SAMPLING_INTERVAL_US = 100;
const STARTS_WITHIN_MS = 60_000;

export interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string }; children?: number[] }[];
  /** Node ids, and microseconds since the sample before. */
  samples: number[];
  timeDeltas: number[];
}

export interface ProfiledServer {
  origin: string;
  profile(work: () => Promise<void>): Promise<CpuProfile>;
  stop(): void;
}

/** `variables`: of the Worker; not secret, since everybody on the machine sees them. */
export async function startProfiledServer(
  variables: Readonly<Record<string, string>> = {},
): Promise<ProfiledServer> {
  const folder = mkdtempSync(join(tmpdir(), 'achilles-watch-bench-'));
  const persist = ['--persist-to', folder];
  wrangler(['d1', 'migrations', 'apply', 'DIRECTORY', '--local', ...persist]);
  // Bundled beforehand: wrangler restarts the Worker whenever a source changes, and the profile with it.
  wrangler(['deploy', '--dry-run', '--outdir', join(folder, 'bundle')]);
  const [port, inspectorPort] = [await freePort(), await freePort()];
  const ports = ['--port', `${port}`, '--inspector-port', `${inspectorPort}`];
  const noAssets = ['--assets', join(folder, 'assets')];
  const given = Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  mkdirSync(join(folder, 'assets'));
  const worker = [join(folder, 'bundle', 'worker.js'), '--no-bundle', '--config', 'wrangler.toml'];
  const server = spawn(
    process.execPath,
    [WRANGLER, 'dev', ...worker, ...ports, ...persist, ...noAssets, ...given],
    { cwd: CHECKOUT, env: ENVIRONMENT, detached: true, stdio: 'ignore' },
  );
  const origin = `http://localhost:${port}`;
  const stop = () => {
    // The whole group: wrangler leaves its workers running when it alone is told to end.
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    await answering(`${origin}/urgent`);
    const inspector = await connect(`ws://127.0.0.1:${inspectorPort}/ws`);
    await inspector.call('Profiler.enable');
    await inspector.call('Profiler.setSamplingInterval', { interval: SAMPLING_INTERVAL_US });
    return {
      origin,
      async profile(work) {
        await inspector.call('Profiler.start');
        await work();
        const stopped = await inspector.call<{ profile: CpuProfile } | undefined>('Profiler.stop');
        if (stopped === undefined) throw new Error('the profile is lost: the Worker was restarted');
        return stopped.profile;
      },
      stop() {
        inspector.close();
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

function wrangler(parameters: readonly string[]): void {
  const options = { cwd: CHECKOUT, env: ENVIRONMENT, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [WRANGLER, ...parameters],
    options,
  );
  if (status !== 0) throw new Error(`wrangler ${parameters.join(' ')}: ${stdout}${stderr}`);
}

async function connect(url: string) {
  // The inspector answers only pages of this machine; Node's WebSocket takes headers beyond the standard.
  const options = { headers: { Origin: 'http://localhost' } } as unknown as string[];
  const socket = new WebSocket(url, options);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('the inspector did not answer'));
  });
  const waiting = new Map<number, (result: unknown) => void>();
  let lastId = 0;
  socket.onmessage = ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
    if (id === undefined) return;
    waiting.get(id)?.(result);
    waiting.delete(id);
  };
  return {
    call<Result>(method: string, params: object = {}): Promise<Result> {
      const id = ++lastId;
      socket.send(JSON.stringify({ id, method, params }));
      return new Promise((resolve) => waiting.set(id, (result) => resolve(result as Result)));
    },
    close: () => socket.close(),
  };
}

async function answering(url: string): Promise<void> {
  const deadline = performance.now() + STARTS_WITHIN_MS;
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    await answer?.text();
    if (answer?.ok) return;
    if (performance.now() > deadline) throw new Error(`${url} did not answer`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
