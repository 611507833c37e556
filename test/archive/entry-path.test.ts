import { describe, expect, it } from 'vitest';
import { decodedPath, entryRole, fileName, folderOf } from '../../src/archive/entry-path.ts';

describe('the role of an entry', () => {
  it.each([
    ['activities/1.fit', 'activity'],
    ['1.FIT.GZ', 'activity'],
    ['a/b.gpx.gz', 'activity'],
    ['a.tcx', 'activity'],
    ['UploadedFiles_0-_Part1.zip', 'archive'],
    ['export_1/activities.csv', 'table'],
    ['bikes.csv', 'other'],
    ['profit', 'other'],
    ['a.fit.txt', 'other'],
    ['backup.tar.gz', 'other'],
    ['activities/', 'folder'],
    ['__MACOSX/activities/._1.fit', 'hidden'],
    ['.Trashes/1.fit', 'hidden'],
    ['activities/.1.fit', 'hidden'],
    ['./activities/1.fit', 'activity'],
    ['../../activities.csv', 'table'],
    ['./.Trashes/1.fit', 'hidden'],
    ['.../1.fit', 'hidden'],
  ])('is told by its name: %s is %s', (path, role) => {
    expect(entryRole(path)).toBe(role);
  });
});

describe('names', () => {
  it('are read as UTF-8 where they are that, said or not, else letter by letter', () => {
    const utf8 = new TextEncoder().encode('Läufe/ran.gpx');
    expect(decodedPath(utf8, true)).toBe('Läufe/ran.gpx');
    expect(decodedPath(utf8, false)).toBe('Läufe/ran.gpx');
    expect(decodedPath(Uint8Array.of(0x4c, 0xe4, 0x2e), false)).toBe('Lä.');
  });

  it.each([
    ['Uploads.zip/runner_one@example.com_123.fit', '123.fit'],
    ['activities/123.fit.gz', '123.fit.gz'],
    ['my_run.gpx', 'my_run.gpx'],
    ['10k @ the park_2.gpx', '2.gpx'],
  ])('of files come without folder and e-mail address: %s', (path, name) => {
    expect(fileName(path)).toBe(name);
  });

  it.each([
    ['export_1/activities.csv', 'export_1/'],
    ['activities.csv', ''],
  ])('of folders end with their slash: %s', (path, folder) => {
    expect(folderOf(path)).toBe(folder);
  });
});
