/** `812 of 2,140 files`; `812 files` while nobody knows of how many. */
import { counted } from '../../web/words/en/levels.ts';

export function countedOf(doneFiles: number, expectedFiles: number | null): string {
  if (expectedFiles === null) return counted(doneFiles, 'file');
  return `${doneFiles.toLocaleString('en-GB')} of ${counted(expectedFiles, 'file')}`;
}
