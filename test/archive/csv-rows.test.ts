import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../src/archive/csv-rows.ts';

const rows = (text: string) => [...csvRows(text)];

describe('the rows of a CSV text', () => {
  it.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a\rb\r', [['a'], ['b']]],
    ['\uFEFFa,b', [['a', 'b']]],
    ['"a,b","c ""d"" e","f\ng"\n', [['a,b', 'c "d" e', 'f\ng']]],
    ['"",x\n', [['', 'x']]],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,', [['a', '']]],
    ['\n', [['']]],
    ['', []],
    ['say "hi",b', [['say "hi"', 'b']]],
    ['"never closed,\n', [['never closed,\n']]],
    ['"closed" early,b', [['closed early', 'b']]],
  ])('are read from %j', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  it('are what was written, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é') });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (cells) => {
        const quoted = (each: string) => `"${each.replaceAll('"', '""')}"`;
        const text = cells.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
        expect(rows(text)).toEqual(cells);
      }),
    );
  });

  it.each(['"', '""', ',', 'a"', '\r'])('take no longer for a million times %j', (piece) => {
    const start = performance.now();
    let cells = 0;
    for (const row of csvRows(piece.repeat(1_000_000))) cells += row.length;
    expect(cells).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
