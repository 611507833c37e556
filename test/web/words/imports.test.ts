import { describe, expect, it } from 'vitest';
import { type ImportAnswer, importLine } from '../../../web/words/en/import-answer.ts';
import {
  type ImportStanding,
  importHeadline,
  importNotes,
  importProgress,
  importSummary,
  interruptedWords,
} from '../../../web/words/en/imports.ts';

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

  it('counts a file that joins a run already here as no further run', () => {
    const joins: ImportAnswer = { ...answer('added'), replaces: ['other'] };
    expect(importSummary([file(answer('added')), file(joins)], 2)).toBe(
      '2 files: 1 run added · 1 joined a run already here',
    );
    expect(importSummary([file(joins), file(joins)], 2)).toBe(
      '2 files: 2 joined runs already here',
    );
  });

  it('tells how far it has come', () => {
    expect(importSummary([file(answer('added'))], 20)).toBe('1 of 20 files: 1 run added');
  });

  it('gives the reason of a failure', () => {
    expect(importLine(answer('failed', 'The file is empty.'))).toBe('Failed: The file is empty.');
    expect(importLine(answer('added'))).toBe('Added');
  });

  it('says of what was added that its file is damaged', () => {
    const words = (status: ImportAnswer['status']) =>
      importLine({ ...answer(status), isDamaged: true });
    expect(words('added')).toBe('Added what could be read of a damaged file');
    expect(words('duplicate')).toBe('Already here');
  });

  it('names the sport of what is no run', () => {
    expect(importLine({ ...answer('not-a-run'), sport: 'Cycling' })).toBe(
      'Cycling, not a run: kept as context, counted nowhere',
    );
    expect(importLine(answer('not-a-run'))).toBe('Not a run: kept as context, counted nowhere');
  });
});

describe('what the screen of an import says', () => {
  const standing: ImportStanding = {
    phase: 'running',
    found: 1204,
    done: 620,
    archive: 'export.zip',
    leftS: 118,
  };

  it('names the archive that is being read', () => {
    expect(importHeadline(standing)).toBe('Adding export.zip');
    expect(importHeadline({ ...standing, archive: null })).toBe('Adding your files');
    expect(importHeadline({ ...standing, phase: 'unreachable' })).toBe('No connection');
    expect(importHeadline({ ...standing, phase: 'no-runner' })).toBe('Stopped');
  });

  it('tells how far it is and how long it will take, while it runs', () => {
    expect(importProgress(standing)).toBe('620 of 1,204 files · about 2 min left');
    expect(importProgress({ ...standing, leftS: 20 })).toContain('less than a minute left');
    expect(importProgress({ ...standing, leftS: 7300 })).toContain('about 2 hours left');
    expect(importProgress({ ...standing, phase: 'paused' })).toBe('620 of 1,204 files');
    expect(importProgress({ ...standing, leftS: null, done: 1204 })).toBe('1,204 files');
  });

  it('speaks of files that get no row', () => {
    expect(importNotes('over', { otherFiles: 0, withoutFile: 0 })).toEqual([]);
    expect(importNotes('over', { otherFiles: 9512, withoutFile: 1 })).toEqual([
      '9,512 files of other kinds (sleep, settings, courses) were passed over.',
      '1 activity was typed in by hand on Strava: the export has no file of it.',
    ]);
  });

  it('says after an interruption what to choose again', () => {
    expect(interruptedWords(['export.zip'], 120, 40, false)).toContain('“export.zip”');
    expect(interruptedWords(['export.zip'], 120, 0, false)).toContain('before its first file');
    expect(interruptedWords(['export.zip'], 120, 40, false)).toContain('Choose the same again');
    expect(interruptedWords(['export.zip'], 120, 40, true)).toContain('Go on with one press');
    expect(interruptedWords(['strava.zip', 'garmin.zip'], 106, 1, false)).toContain(
      'of “strava.zip” and “garmin.zip” was interrupted after 1 file.',
    );
    expect(interruptedWords(['a.fit', 'b.fit', 'c.fit'], 3, 1, false)).toContain('and “c.fit” was');
    expect(interruptedWords(['a.fit', 'b.fit', 'c.fit', 'd.fit'], 4, 1, false)).toContain(
      'of 4 files was interrupted after 1 file',
    );
  });
});
