/**
 * Walks what was chosen, file by file, and brings it to the site. Runs in the import worker; asks for nothing that a page
 * has. Reports by calling `onRow` and `onChange`; what it did is in `progress`.
 */
import type { ArchiveEvent, FileEvent } from '../../../src/archive/archive-event.ts';
import type { ArchiveProblem, ProblemKind } from '../../../src/archive/archive-problem.ts';
import { entryRole, fileName } from '../../../src/archive/entry-path.ts';
import { walkArchive } from '../../../src/archive/walk-archive.ts';
import type { ImportAnswer } from '../../words/en/import-answer.ts';
import { IMPORTS } from '../../words/en/imports.ts';
import { ExportTable } from './export-table.ts';
import { Gate } from './gate.ts';
import type { ChosenFile, ImportPhase, ImportProgress, ImportRow } from './import-messages.ts';
import { fractionOf, ImportSource } from './import-source.ts';
import { sha256Hex } from './known-files.ts';
import type { RefusedFiles } from './refused-files.ts';
import { failed } from './send-file.ts';
import { type SiteOptions, siteAt } from './site.ts';
import { UploadQueue } from './upload-queue.ts';

export interface ImporterOptions extends Pick<SiteOptions, 'origin' | 'firstPauseMs'> {
  batch: string;
  timeZone: string;
  refused: RefusedFiles;
  onRow: (row: ImportRow) => void;
  onChange: () => void;
}

/** Said of an archive as a whole, not of a file in it. */
const OF_ARCHIVES: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  ...(['unknown-table', 'not-a-zip', 'empty-archive', 'no-activity-files', 'truncated'] as const),
  ...(['damaged-archive', 'split-archive', 'nested-too-deep', 'too-many-entries'] as const),
  ...(['expands-too-much', 'source-lost'] as const),
]);

export class Importer {
  readonly #options: ImporterOptions;
  readonly #gate = new Gate();
  readonly #cancelled = new AbortController();
  readonly #uploads: UploadQueue;
  readonly #sources: ImportSource[] = [];
  readonly #toWalk: ImportSource[] = [];
  /** Of loose files: a folder may be an unpacked export. */
  readonly #looseTable = new ExportTable();
  readonly #filesDone = new Set<string>();
  #walking: ImportSource | null = null;
  #phase: ImportPhase = 'over';
  #hasRunner = true;
  #otherFiles = 0;
  #withoutFile = 0;

  constructor(options: ImporterOptions) {
    this.#options = options;
    const { origin, firstPauseMs, refused } = options;
    const cancelled = this.#cancelled.signal;
    const site = siteAt({
      origin,
      cancelled,
      gate: this.#gate,
      onUnreachable: () => this.#enter('unreachable'),
      ...(firstPauseMs === undefined ? {} : { firstPauseMs }),
    });
    const onNoRunner = () => {
      this.#hasRunner = false;
      this.cancel();
    };
    this.#uploads = new UploadQueue({ site, refused, cancelled, onNoRunner });
  }

  get isCancelled(): boolean {
    return this.#cancelled.signal.aborted;
  }

  get progress(): ImportProgress {
    const done = this.#filesDone.size;
    const announced = this.#sources.reduce((sum, source) => sum + source.announced, 0);
    const found = Math.max(announced, done);
    const doneFraction = done / Math.max(1, found);
    const isArchive = this.#walking !== null && entryRole(this.#walking.path) === 'archive';
    return {
      phase: this.#phase,
      found,
      done,
      fraction: this.#phase === 'over' ? 1 : Math.min(fractionOf(this.#sources), doneFraction),
      archive: isArchive ? (this.#walking?.file.name ?? null) : null,
      otherFiles: this.#otherFiles,
      withoutFile: this.#withoutFile,
    };
  }

  add(files: readonly ChosenFile[]): void {
    // Tables first: they say what the files are called.
    const order = files.toSorted((a, b) => Number(isTable(b)) - Number(isTable(a)));
    for (const file of order) {
      const source = new ImportSource(String(this.#sources.length), file);
      if (entryRole(file.path) !== 'archive' && !isTable(file)) source.announced = 1;
      this.#sources.push(source);
      this.#toWalk.push(source);
    }
    this.#start();
  }

  /** Whatever failed, from the files themselves. */
  retry(): void {
    for (const source of this.#sources.filter(({ hasFailed }) => hasFailed)) {
      source.startAgain();
      this.#toWalk.push(source);
    }
    this.#start();
  }

  pause(): void {
    if (this.#phase !== 'running') return;
    this.#gate.close();
    this.#enter('paused');
  }

  continue(): void {
    if (!this.#gate.isClosed) return;
    this.#enter('running');
    this.#gate.open();
  }

  /** What was added stays; what is in flight comes to its end. */
  cancel(): void {
    if (this.#phase === 'over') return;
    this.#cancelled.abort();
    this.#gate.open();
  }

  #enter(phase: ImportPhase): void {
    this.#phase = phase;
    this.#options.onChange();
  }

  #start(): void {
    if (this.#phase !== 'over' || this.#toWalk.length === 0) {
      this.#options.onChange();
      return;
    }
    this.#enter('running');
    void this.#walkAll();
  }

  async #walkAll(): Promise<void> {
    for (;;) {
      const source = this.#toWalk.shift();
      if (source === undefined || this.isCancelled) {
        await this.#uploads.drained();
        if (this.#toWalk.length === 0 || this.isCancelled) break;
        continue;
      }
      this.#walking = source;
      await this.#walk(source);
    }
    this.#walking = null;
    if (!this.#hasRunner) this.#enter('no-runner');
    else this.#enter(this.isCancelled ? 'cancelled' : 'over');
  }

  async #walk(source: ImportSource): Promise<void> {
    const isArchive = entryRole(source.path) === 'archive';
    const table = isArchive ? new ExportTable() : this.#looseTable;
    const isDone = (key: string): boolean => source.done.has(key);
    const events = walkArchive(source.bytes, { name: source.path, isDone });
    for await (const event of events) {
      await this.#gate.passed();
      if (this.isCancelled) return;
      await this.#meet(event, source, table);
      this.#options.onChange();
    }
  }

  async #meet(event: ArchiveEvent, source: ImportSource, table: ExportTable): Promise<void> {
    switch (event.type) {
      case 'contents':
        if (!source.isRetry) source.announced += event.activityFiles;
        if (event.path === source.path) source.bytes.directoryIsRead();
        return;
      case 'table':
        table.add(event);
        if (!source.isRetry) this.#withoutFile += event.table.withoutFile;
        return;
      case 'file':
        return this.#bring(event, source, table);
      case 'not-an-activity':
        if (source.isSingle) {
          this.#refuse(event.path, source, IMPORTS.notAnActivity);
          return;
        }
        source.done.add(event.key);
        source.announced = Math.max(0, source.announced - 1);
        if (this.#uploads.isEmpty) source.settle(source.bytes.fraction);
        this.#otherFiles++;
        return;
      case 'problem':
        this.#meetProblem(event.problem, source);
        return;
    }
  }

  async #bring(event: FileEvent, source: ImportSource, table: ExportTable): Promise<void> {
    const { key, path, name, bytes, damage } = event;
    const row = table.rowOf(path);
    const { batch, timeZone } = this.#options;
    const { fraction } = source.bytes;
    await this.#uploads.add({
      ...row,
      name,
      bytes,
      batch,
      timeZone,
      sha256: await sha256Hex(bytes),
      isRetry: source.isRetry,
      settled: (answers) => {
        const results = damage === null ? answers : answers.map(withDamage);
        const id = `${source.id}|${key}`;
        const hasFailed = results.some(({ status }) => status === 'failed');
        if (hasFailed) source.hasFailed = true;
        else source.done.add(key);
        source.settle(fraction);
        this.#filesDone.add(id);
        this.#options.onRow({ id, name, title: row.title, results });
        this.#options.onChange();
      },
    });
  }

  #meetProblem({ kind, path, message }: ArchiveProblem, source: ImportSource): void {
    this.#refuse(path, source, message, !OF_ARCHIVES.has(kind));
  }

  /** A row for what is not sent. */
  #refuse(path: string, source: ImportSource, reason: string, isFile = true): void {
    const id = `${source.id}|${path}`;
    source.hasFailed = true;
    if (isFile) this.#filesDone.add(id);
    const results = [failed(reason)];
    this.#options.onRow({ id, name: fileName(path), title: null, results });
  }
}

const isTable = ({ path }: ChosenFile): boolean => entryRole(path) === 'table';

function withDamage(answer: ImportAnswer): ImportAnswer {
  if (answer.status === 'failed') return answer;
  const warnings = [IMPORTS.damagedInArchive, ...answer.warnings];
  return { ...answer, isDamaged: true, warnings };
}
