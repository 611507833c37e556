import { describe, expect, it } from 'vitest';
import { type ImportAnswer, importLine, importSummary } from '../../../web/words/en/imports.ts';

const answer = (status: ImportAnswer['status'], reason?: string): ImportAnswer => ({
  status,
  warnings: [],
  ...(reason === undefined ? {} : { reason }),
});
const file = (...results: ImportAnswer[]) => ({ results });

describe('what adding files says', () => {
  it('counts by outcome, and names only outcomes that occurred', () => {
    const files = [
      file(answer('added')),
      file(answer('added'), answer('not-a-run')),
      file(answer('duplicate')),
      file(answer('failed', 'The file ends in the middle.')),
    ];
    expect(importSummary(files, 4)).toBe(
      '4 files: 2 runs added · 1 already here · 1 not a run · 1 failed',
    );
    expect(importSummary([file(answer('added'))], 1)).toBe('1 file: 1 run added');
  });

  it('tells how far it has come', () => {
    expect(importSummary([file(answer('added'))], 20)).toBe('1 of 20 files: 1 run added');
  });

  it('gives the reason of a failure', () => {
    expect(importLine(answer('failed', 'The file is empty.'))).toBe('Failed: The file is empty.');
    expect(importLine(answer('added'))).toBe('Added');
  });
});
