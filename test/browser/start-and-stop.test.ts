import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from './running-app.ts';

let app: RunningApp | undefined;

afterEach(() => app?.dispose());

/** Every living process whose environment names this app's state folder: npm, our launcher, wrangler, workerd, esbuild. */
function processesOf({ stateDir }: RunningApp): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && environmentOf(name).includes(stateDir))
    .map(Number);
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}

async function allEnded(running: RunningApp, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs;
  while (processesOf(running).length > 0) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}

describe.runIf(process.platform === 'linux')('npm start', () => {
  it('leaves no process behind after Ctrl-C', async () => {
    app = await startApp();
    expect(processesOf(app).length).toBeGreaterThan(2);
    await app.stop();
    expect(await allEnded(app, 8_000)).toBe(true);
  });

  it('leaves no process behind when npm alone is told to end', async () => {
    app = await startApp();
    app.process().kill('SIGTERM');
    expect(await allEnded(app, 8_000)).toBe(true);
  });
});
