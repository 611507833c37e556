import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ride } from '../../../fixtures/watch-file-variants.ts';
import { analyze, EASY, file, folder, oneFolderForAllTests, run } from './analyze-in-folder.ts';

oneFolderForAllTests();

describe('analyze without --json', () => {
  it('aligns a row an activity, with remarks beneath', async () => {
    const path = run('row.fit', { segments: [EASY], subSport: 'treadmill', altitude: 'none' });
    const { printed, status } = await analyze(path, file('ride.fit', ride()));
    expect(status).toBe(0);
    const [heading = '', row = '', remark = '', cycling = ''] = printed;
    expect(row).toMatch(
      /^2026-03-02 {2}running, treadmill +5\.5.km +33:20 +– .*AE-km {2}.*row\.fit$/,
    );
    expect(row.indexOf(path)).toBe(heading.indexOf('File'));
    expect(remark).toMatch(/^ {2}No usable altitude/);
    expect(cycling).toMatch(/cycling, road +13\.5.km +30:00 .* – {2}.*ride\.fit$/);
  });

  it('puts the reason where the row of a failed file would be', async () => {
    const { printed, status } = await analyze(join(folder, 'missing.fit'));
    expect(status).toBe(1);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatch(/missing\.fit: could not be judged\. There is no such file\./);
  });
});

describe('the options of analyze', () => {
  it.each([
    [[], 'No file was given.'],
    [['--jsn', 'a.fit'], "Unknown option '--jsn'"],
    [['--time-zone', 'Mars/Base', 'a.fit'], 'not a time zone'],
    [['--fast-pace', 'quick', 'a.fit'], 'not a pace'],
    [['--fast-pace'], 'argument missing'],
  ])('refuses %j with a sentence and the help', async (args, sentence) => {
    const { status, printed, complaints } = await analyze(...args);
    expect(status).toBe(2);
    expect(printed).toEqual([]);
    expect(complaints.join('\n')).toContain(sentence);
    expect(complaints.join('\n')).toContain('Usage: npm run -s analyze');
  });

  it('keeps a row in its line, whatever the name of the file holds', async () => {
    const { printed } = await analyze(run('a\n\x1b[31m.fit', { segments: [EASY] }));
    expect(printed.join('')).toContain('a\uFFFD\uFFFD[31m.fit');
    expect(printed.join('')).not.toMatch(/\p{Cc}/u);
  });

  it('prints help and version and does nothing else', async () => {
    expect((await analyze('--help', 'a.fit')).printed.join()).toMatch(/^Usage: /);
    const { status, printed } = await analyze('--version');
    expect(status).toBe(0);
    expect(printed).toEqual([expect.stringMatching(/^achilles-watch \d+\.\d+\.\d+, load model /)]);
  });
});
