/**
 * What an archive, or something in it, could not give. The walk goes on after most of them. Every message is a sentence
 * or two for the runner: what happened, what is kept, and what to do.
 */

export type ProblemKind =
  // one file in an archive, or a file chosen alone
  | 'encrypted'
  | 'unsupported-method'
  | 'too-large'
  | 'damaged'
  | 'empty-file'
  | 'not-recognised'
  | 'hidden-archive'
  | 'unknown-table'
  // an archive
  | 'not-a-zip'
  | 'empty-archive'
  | 'no-activity-files'
  | 'truncated'
  | 'damaged-archive'
  | 'split-archive'
  | 'nested-too-deep'
  // the end of the walk
  | 'too-many-entries'
  | 'expands-too-much'
  | 'source-lost';

export interface ArchiveProblem {
  kind: ProblemKind;
  /** Where, for display; `a.zip/b.fit` inside a nested archive. */
  path: string;
  message: string;
}

const MESSAGES: Record<ProblemKind, string> = {
  encrypted:
    'This file is locked with a password. Unpack the archive with its password, then choose the files or the folder.',
  'unsupported-method':
    'This file is packed in a way that cannot be read here. Unpack the archive on your computer, then choose the folder.',
  'too-large':
    'This file is too large to be read here, so it was left out. Choose the file of a single activity; a very long one is small enough as FIT.',
  damaged:
    'This file is damaged inside the archive and nothing of it could be read. Download the archive again, or export this activity by itself.',
  'empty-file':
    'This file is empty. Export it again from your watch or its app, then choose the new file.',
  'not-recognised':
    'This is not a FIT, GPX or TCX file. If it is one of your activities, export it again as one of these.',
  'hidden-archive':
    'This is a ZIP archive inside another file, and none of it was read. Unpack that file first, then choose the archive.',
  'unknown-table':
    'The table of activities could not be understood, so names and shoes from it are missing. The activities themselves come from their files.',
  'not-a-zip': 'This is not a ZIP archive, whatever its name says. Download or export it again.',
  'empty-archive': 'This archive is empty. Download or export it again.',
  'no-activity-files':
    'There is no FIT, GPX or TCX file in this archive. Choose the archive that holds your activities.',
  truncated:
    'This archive is incomplete, as after an interrupted download. What could be read is kept; download it again for the rest.',
  'damaged-archive':
    'Parts of this archive are damaged. What could be read is kept; download or export it again for the rest.',
  'split-archive':
    'This is one part of an archive split over several files. Join the parts first; what could be read from this one is kept.',
  'nested-too-deep':
    'This archive lies inside too many other archives. Unpack it first, then choose the folder.',
  'too-many-entries':
    'This archive holds more files than any export of activities, so the rest was left out. What came before is kept; choose the files that are missing by themselves.',
  'expands-too-much':
    'This archive unpacks to far more than an export of activities does, so the rest was left out. What came before is kept; choose the files that are missing by themselves.',
  'source-lost':
    'The file could not be read any further: it may have been moved or changed, or its disk removed. What came before is kept; choose it again to go on.',
};

export const archiveProblem = (kind: ProblemKind, path: string): ArchiveProblem => ({
  kind,
  path,
  message: MESSAGES[kind],
});

/** By the numbers of the ZIP specification (APPNOTE 4.4.5). */
const METHOD_NAMES: Record<number, string> = {
  9: 'Deflate64',
  12: 'BZIP2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  98: 'PPMd',
};

export function unsupportedMethod(method: number, path: string): ArchiveProblem {
  const name = METHOD_NAMES[method] ?? `method ${method}`;
  return {
    kind: 'unsupported-method',
    path,
    message: `This file is packed with ${name}, which cannot be read here. Unpack the archive on your computer, then choose the folder.`,
  };
}
