/**
 * Files to the server: what it knows already is not sent, the first one goes alone, then a few at a time. Reports each
 * file as it is done; ends early when stopped, or when no file can fare better.
 */
import type { ImportAnswer } from '../../../web/words/en/import-answer.ts';
import { sha256 } from '../sha256.ts';
import type { FoundFile, SourceEvent } from '../sources/source-event.ts';
import { fileBatches } from './file-batches.ts';
import type { ImportServer, SendFailure } from './import-server.ts';
import { SendQueue } from './send-queue.ts';

export interface ImportReport {
  onFile(file: FoundFile, results: readonly ImportAnswer[]): void;
  onOther(event: Exclude<SourceEvent, FoundFile>): void;
}

const IN_FLIGHT = 3;
/** The first file to come in makes the athlete; files sent beside it would each make another. */
const IN_FLIGHT_AT_FIRST = 1;
/** Different files in a row over which the server broke: then it is not the files. */
const BROKEN_AFTER = 3;

const DUPLICATE: ImportAnswer = { status: 'duplicate', warnings: [] };

/** `isKnownRunner`: the session is one of this server. Gives the reason for ending early, if it did for one. */
export async function importFiles(
  events: AsyncIterable<SourceEvent>,
  server: ImportServer,
  isKnownRunner: boolean,
  report: ImportReport,
  stop: AbortSignal,
): Promise<string | null> {
  const queue = new SendQueue();
  const sending = new Sending(server, isKnownRunner, report);
  const onOther: ImportReport['onOther'] = (event) => report.onOther(event);
  const isOver = () => stop.aborted || sending.endedBecause !== null;
  for await (const batch of fileBatches(untilOver(events, isOver), onOther)) {
    for (const [file, sha256] of await sending.unknown(batch)) {
      if (isOver()) break;
      await queue.add(sending.limit, async () => {
        if (!isOver()) await sending.send(file, sha256);
      });
    }
  }
  await queue.idle();
  return sending.endedBecause;
}

async function* untilOver(
  events: AsyncIterable<SourceEvent>,
  isOver: () => boolean,
): AsyncGenerator<SourceEvent, void> {
  for await (const event of events) {
    if (isOver()) return;
    yield event;
  }
}

/** What the sent files have taught about the server. */
class Sending {
  endedBecause: string | null = null;
  readonly #server: ImportServer;
  readonly #report: ImportReport;
  #hasAthlete: boolean;
  #brokenInARow = 0;
  /** Of the files that the server took in this import. */
  readonly #taken = new Set<string>();

  constructor(server: ImportServer, isKnownRunner: boolean, report: ImportReport) {
    this.#server = server;
    this.#hasAthlete = isKnownRunner;
    this.#report = report;
  }

  limit = (): number => (this.#hasAthlete ? IN_FLIGHT : IN_FLIGHT_AT_FIRST);

  /** The files to send; those the server has are reported. */
  async unknown(batch: readonly FoundFile[]): Promise<[FoundFile, string][]> {
    const hashed = batch.map((file): [FoundFile, string] => [file, sha256Of(file)]);
    const known = await this.#server.known(hashed.map(([, sha256]) => sha256));
    return hashed.filter(([file, sha256]) => {
      const isKnown = this.#taken.has(sha256) || (known?.has(sha256) ?? false);
      if (isKnown) this.#report.onFile(file, [DUPLICATE]);
      return !isKnown;
    });
  }

  async send(file: FoundFile, sha256: string): Promise<void> {
    const sent = await this.#server.send(file, this.#hasAthlete);
    if (!sent.ok) {
      this.#failed(file, sent.error);
      return;
    }
    this.#brokenInARow = 0;
    if (sent.value.some(({ activityId }) => activityId !== undefined)) {
      this.#hasAthlete = true;
      this.#taken.add(sha256);
    }
    this.#report.onFile(file, sent.value);
  }

  #failed(file: FoundFile, { kind, reason }: SendFailure): void {
    if (kind === 'stopped') return;
    if (kind === 'hopeless') {
      this.endedBecause ??= reason;
      return;
    }
    this.#brokenInARow = kind === 'server-error' ? this.#brokenInARow + 1 : 0;
    if (this.#brokenInARow >= BROKEN_AFTER) this.endedBecause ??= `The server is broken: ${reason}`;
    this.#report.onFile(file, [{ status: 'failed', reason, warnings: [] }]);
  }
}

const sha256Of = ({ bytes }: FoundFile): string => sha256(bytes);
