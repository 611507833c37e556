import { describe, expect, it } from 'vitest';
import { progressLine } from '../../../src/cli/import/progress-view.ts';

const PROGRESS = {
  doneFiles: 1500,
  expectedFiles: 2000,
  share: 0.75,
  outcomes: '1,490 added · 10 failed',
  elapsedS: 60,
};

describe('the progress of an import', () => {
  it('is a bar, counts, rate and the time that is left', () => {
    expect(progressLine(PROGRESS, 200)).toBe(
      '███████████████░░░░░ 75% · 1,500 of 2,000 files · 1,490 added · 10 failed · 25 files/s · 0:20 left',
    );
  });

  it('names no total that nobody knows', () => {
    expect(progressLine({ ...PROGRESS, expectedFiles: null }, 200)).toContain('75% · 1,500 files');
  });

  it('promises no time before it can tell, and none when all is done', () => {
    expect(progressLine({ ...PROGRESS, elapsedS: 2.9 }, 200)).not.toContain('left');
    expect(progressLine({ ...PROGRESS, elapsedS: 3 }, 200)).toContain('left');
    expect(progressLine({ ...PROGRESS, share: 0.0099 }, 200)).not.toContain('left');
    expect(progressLine({ ...PROGRESS, share: 1 }, 200)).not.toContain('left');
  });

  it('never reaches the edge of the terminal, where it would break into two lines', () => {
    expect(progressLine(PROGRESS, 40)).toHaveLength(39);
  });
});
