/** How far the walk through the files of a command line has come, and how far it has to go. */
import type { ArchiveEvent } from '../../archive/archive-event.ts';
import type { ListedFile } from './listed-files.ts';
import type { OpenFile } from './open-file-source.ts';

export class SourceProgress {
  readonly #totalBytes: number;
  #doneBytes = 0;
  #current: OpenFile | null = null;
  #files: number;
  #unopenedArchives: number;
  /** Handed out so far, problems and files of other kinds included. */
  metFiles = 0;

  constructor(files: readonly ListedFile[]) {
    this.#totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    this.#unopenedArchives = files.filter(({ role }) => role === 'archive').length;
    this.#files = files.filter(({ role }) => role !== 'table').length - this.#unopenedArchives;
  }

  /** `null` while archives may hold more. */
  get expectedFiles(): number | null {
    return this.#unopenedArchives === 0 ? this.#files : null;
  }

  /** By files; while their number is not known, by the bytes read, less what was read ahead. */
  doneShare(doneFiles: number): number {
    const { expectedFiles } = this;
    const share =
      expectedFiles === null
        ? (this.#readShare * doneFiles) / Math.max(1, this.metFiles)
        : doneFiles / Math.max(1, expectedFiles);
    return Math.min(1, share);
  }

  get #readShare(): number {
    const current = this.#current;
    const readBytes = current === null ? 0 : Math.min(current.readBytes(), current.source.size);
    return this.#totalBytes === 0 ? 1 : (this.#doneBytes + readBytes) / this.#totalBytes;
  }

  begin(open: OpenFile): void {
    this.#current = open;
  }

  /** An archive that can only be streamed announces nothing and stays unopened: its number is never known. */
  hear(event: ArchiveEvent, file: ListedFile, name: string): void {
    if (event.type !== 'contents') return;
    this.#files += event.activityFiles;
    this.#unopenedArchives += event.nestedArchives;
    const wasCountedAsFile = event.path === name && file.role !== 'archive';
    if (wasCountedAsFile) this.#files -= 1;
    else this.#unopenedArchives -= 1;
  }

  end(file: ListedFile): void {
    this.#current = null;
    this.#doneBytes += file.sizeBytes;
  }
}
