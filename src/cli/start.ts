/**
 * `npm start`: serves the app on this machine with `wrangler dev`, whose databases and files survive a restart, and
 * takes every process down with it when it ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { answering } from './answering.ts';
import { writeDevVariables } from './dev-variables.ts';
import { checkout, nodeProgram } from './set-up/checkout.mjs';
import { stateFolder } from './set-up/state-folder.mjs';

const PORT = Number(process.env.PORT ?? 8787);
/** More than a start takes. Where the Worker cannot be built, wrangler says so, opens its port, and never answers. */
const PATIENCE_MS = 15_000;
const PARENT_POLL_MS = 500;
const GRACE_MS = 4_000;

const server = startServer();
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
server.once('exit', (code) => {
  if (stopping) return;
  process.stderr.write(`The server stopped by itself (code ${code}); its last words are above.\n`);
  process.exit(1);
});
stopWithParent();
await answering(`http://127.0.0.1:${PORT}/`, PATIENCE_MS, () =>
  process.stderr.write(
    'Achilles Watch does not answer. If an error stands above, end this with Ctrl-C, mend that and start again; else wait.\n',
  ),
);
process.stdout.write(`Achilles Watch is ready: http://localhost:${PORT}  (stop with Ctrl-C)\n`);

function startServer(): ChildProcess {
  const options = [
    ...['dev', '--port', String(PORT), '--ip', '127.0.0.1', '--inspector-port', '0'],
    ...['--persist-to', stateFolder(), '--env-file', writeDevVariables(stateFolder(), process.env)],
    ...['--log-level', 'warn', '--show-interactive-dev-session=false'],
  ];
  // A process group of its own: wrangler leaves its workers behind unless the whole group is told to end.
  return spawn(nodeProgram(), ['node_modules/wrangler/bin/wrangler.js', ...options], {
    cwd: checkout,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
  });
}

function stop(code: number): void {
  if (stopping) process.exit(code);
  stopping = true;
  signalGroup('SIGTERM');
  server.once('exit', () => {
    signalGroup('SIGKILL');
    process.exit(code);
  });
  setTimeout(() => {
    signalGroup('SIGKILL');
    process.exit(code);
  }, GRACE_MS);
}

function signalGroup(signal: NodeJS.Signals): void {
  if (server.pid === undefined) return;
  try {
    process.kill(-server.pid, signal);
  } catch {
    // The group has already ended.
  }
}

/** npm passes SIGTERM to its shell, which ends without passing it on: a changed parent tells that nobody is there. */
function stopWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(0), PARENT_POLL_MS).unref();
}
