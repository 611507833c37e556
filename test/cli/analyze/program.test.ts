import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const EXAMPLES = ['easy-run', 'hilly-run', 'intervals', 'treadmill-run'].map(
  (name) => `fixtures/files/${name}.fit`,
);

const analyze = (...args: string[]) =>
  spawnSync(process.execPath, ['src/cli/analyze.ts', ...args], { cwd: checkout, encoding: 'utf8' });

describe('the program as npm starts it', () => {
  it('prints nothing but JSON lines with --json, and ends with 0', () => {
    const { stdout, stderr, status } = analyze('--json', ...EXAMPLES);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).file)).toEqual(EXAMPLES);
  });

  it('ends with 1 when a file could not be judged, and with 2 when asked for nonsense', () => {
    expect(analyze('no-such.fit').status).toBe(1);
    const nonsense = analyze('--nonsense');
    expect(nonsense.status).toBe(2);
    expect(nonsense.stdout).toBe('');
    expect(nonsense.stderr).toMatch(/Usage:/);
  });
});
