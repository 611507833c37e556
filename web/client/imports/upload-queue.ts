/**
 * Files on their way from the walker to the site: asked for in bulk, sent a few at a time if the site does not have them.
 * Holds a few megabytes at most; whoever adds a file waits for room.
 */
import type { ImportAnswer } from '../../words/en/import-answer.ts';
import { IMPORTS } from '../../words/en/imports.ts';
import { knownFiles } from './known-files.ts';
import type { RefusedFiles } from './refused-files.ts';
import { type FileToSend, failed, type SendResult, sendFile } from './send-file.ts';
import type { Site } from './site.ts';

export interface FoundFile extends FileToSend {
  sha256: string;
  /** Sent even if the site refused these bytes before. */
  isRetry: boolean;
  settled(results: ImportAnswer[]): void;
}

export interface UploadQueueOptions {
  site: Site;
  refused: RefusedFiles;
  cancelled: AbortSignal;
  /** Nobody is there any more to bring files to: what is not sent yet should not be. */
  onNoRunner: () => void;
}

/** The first file to come in makes the athlete; files sent beside it, from here or another tab, would make more. */
const IN_FLIGHT_AT_FIRST = 1;
const IN_FLIGHT = 4;
/** Of what the site takes in one question; a hundred hashes are 7 kB. */
const ASKED_AT_ONCE = 100;
const MAX_HELD_BYTES = 12_000_000;
const MAX_HELD_FILES = 200;

export class UploadQueue {
  readonly #options: UploadQueueOptions;
  readonly #toAsk: FoundFile[] = [];
  readonly #toSend: FoundFile[] = [];
  /** What is here, and what the site says of it when it comes again. */
  readonly #here = new Map<string, ImportAnswer[]>();
  #isAsking = false;
  #inFlight = 0;
  #hasAthlete = false;
  #heldBytes = 0;
  #heldFiles = 0;
  #changed = Promise.withResolvers<void>();

  constructor(options: UploadQueueOptions) {
    this.#options = options;
    options.cancelled.addEventListener('abort', () => this.#dropWaiting());
  }

  /** Resolves when the next file may come. */
  async add(file: FoundFile): Promise<void> {
    if (this.#options.cancelled.aborted) return;
    this.#heldBytes += file.bytes.length;
    this.#heldFiles++;
    const refusal = file.isRetry ? undefined : this.#options.refused.reasonFor(file.sha256);
    if (refusal !== undefined) this.#settle(file, [failed(refusal)]);
    else {
      this.#toAsk.push(file);
      this.#pump();
    }
    while (this.#heldBytes > MAX_HELD_BYTES || this.#heldFiles > MAX_HELD_FILES) {
      await this.#changed.promise;
    }
  }

  get isEmpty(): boolean {
    return this.#heldFiles === 0;
  }

  /** Resolves when nothing is on its way any more. */
  async drained(): Promise<void> {
    while (!this.isEmpty) await this.#changed.promise;
  }

  #pump(): void {
    if (!this.#isAsking && this.#toAsk.length > 0) void this.#ask();
    const limit = this.#hasAthlete ? IN_FLIGHT : IN_FLIGHT_AT_FIRST;
    while (this.#inFlight < limit) {
      const file = this.#toSend.shift();
      if (file === undefined) return;
      void this.#send(file);
    }
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    const files = this.#toAsk.splice(0, ASKED_AT_ONCE);
    const known = await knownFiles(
      [...new Set(files.map(({ sha256 }) => sha256))],
      this.#options.site,
    );
    this.#isAsking = false;
    this.#hasAthlete ||= known.size > 0;
    for (const [sha256, answers] of known) this.#here.set(sha256, answers);
    if (this.#options.cancelled.aborted) for (const file of files) this.#release(file);
    else this.#toSend.push(...files);
    this.#pump();
  }

  async #send(file: FoundFile): Promise<void> {
    const here = this.#here.get(file.sha256);
    if (here !== undefined) {
      this.#settle(file, here);
      return;
    }
    this.#inFlight++;
    const sent = await sendFile(file, this.#options.site, !this.#hasAthlete);
    this.#inFlight--;
    if (sent === null) this.#release(file);
    else if (sent === 'no-runner') {
      this.#release(file);
      this.#options.onNoRunner();
    } else {
      await this.#remember(file, sent);
      this.#settle(file, sent.results);
    }
    this.#pump();
  }

  async #remember({ sha256 }: FoundFile, { results, isFinal }: SendResult): Promise<void> {
    if (!isFinal) return;
    const refusal = results.find(({ status }) => status === 'failed');
    this.#hasAthlete ||= results.some(({ activityId }) => activityId !== undefined);
    if (refusal === undefined) this.#here.set(sha256, results.map(cameTwice));
    else if (results.length === 1) await this.#options.refused.add(sha256, refusal.reason ?? '');
  }

  #settle(file: FoundFile, results: ImportAnswer[]): void {
    file.settled(results);
    this.#release(file);
  }

  #release(file: FoundFile): void {
    this.#heldBytes -= file.bytes.length;
    this.#heldFiles--;
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }

  /** What is in flight comes to its end: the site has all of it or nothing. */
  #dropWaiting(): void {
    for (const file of [...this.#toAsk.splice(0), ...this.#toSend.splice(0)]) this.#release(file);
  }
}

/** Of a double of a file that came in during this import; what there is to say of its run, the first of them says. */
function cameTwice({ activityId, isRun, sport }: ImportAnswer): ImportAnswer {
  return {
    status: 'duplicate',
    reason: IMPORTS.cameTwice,
    ...(activityId !== undefined && { activityId }),
    ...(isRun !== undefined && { isRun }),
    ...(sport !== undefined && { sport }),
    warnings: [],
  };
}
