import { expect, test } from 'vitest';
import { csvText } from '../../src/routes/csv-text.ts';

test('a table is lines of cells, quoted where they have to be', () => {
  const rows = [
    ['plain', 1.5, true, null],
    ['a, "b"\nc', -3, false, 0],
  ];
  expect(csvText(['name', 'x', 'y', 'z'], rows)).toBe(
    'name,x,y,z\r\nplain,1.5,true,\r\n"a, ""b""\nc",-3,false,0\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@x', '\tx', '=HYPERLINK("http://example.com")'])(
  'a name is never a formula: %j',
  (name) => {
    const [, line = ''] = csvText(['name'], [[name]]).split('\r\n');
    expect(line.replace(/^"/, '')).toMatch(/^'/);
  },
);
