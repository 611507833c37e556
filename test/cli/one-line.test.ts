import { expect, it } from 'vitest';
import { oneLine } from '../../src/cli/one-line.ts';

it('a line with names of files has no line breaks and no commands to the terminal', () => {
  expect(oneLine('a\nb/\x1b[31mc\x9b.fit: Läufe 🏃')).toBe(
    'a\uFFFDb/\uFFFD[31mc\uFFFD.fit: Läufe 🏃',
  );
});
