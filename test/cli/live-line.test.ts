import { describe, expect, it } from 'vitest';
import { liveLine } from '../../src/cli/live-line.ts';

function screen(isTTY: boolean, delayMs = 0) {
  const written: string[] = [];
  const clock = { nowMs: 0 };
  const sink = { isTTY, columns: 20, write: (text: string) => written.push(text) };
  const line = liveLine(sink, delayMs, () => clock.nowMs);
  const at = (nowMs: number, text = 'half') => {
    clock.nowMs = nowMs;
    line.update((columns) => `${text} of ${columns}`);
  };
  return { written, at, clear: () => line.clear() };
}

describe('the line that changes', () => {
  it('is not drawn while the work is quick', () => {
    const { written, at, clear } = screen(true, 1000);
    at(999);
    clear();
    expect(written).toEqual([]);
    at(1000);
    expect(written).toEqual(['\r\u001b[Khalf of 20']);
  });

  it('is redrawn in its place on a terminal, ten times a second at most, and cleared for other output', () => {
    const { written, at, clear } = screen(true);
    at(0, 'a');
    at(99, 'b');
    at(100, 'c');
    clear();
    clear();
    expect(written).toEqual(['\r\u001b[Ka of 20', '\r\u001b[Kc of 20', '\r\u001b[K']);
  });

  it('is a plain line every ten seconds elsewhere', () => {
    const { written, at, clear } = screen(false, 1000);
    at(500, 'a');
    at(1000, 'b');
    at(10_999, 'c');
    at(11_000, 'd');
    clear();
    expect(written).toEqual(['b of 1000\n', 'd of 1000\n']);
  });
});
