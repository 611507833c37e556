/** What became of each file, line by line, the progress meanwhile and the sum at the end. */
import { type ImportAnswer, importLine } from '../../../web/words/en/import-answer.ts';
import { isHarmless } from '../harmless-problem.ts';
import type { LiveLine } from '../live-line.ts';
import { oneLine } from '../one-line.ts';
import type { FoundFile, SourceEvent } from '../sources/source-event.ts';
import type { WatchSources } from '../sources/watch-sources.ts';
import type { Terminal } from '../terminal.ts';
import type { ImportReport } from './import-files.ts';
import {
  emptyTally,
  foundFiles,
  type ImportTally,
  otherFilesWords,
  outcomeOf,
  outcomeWords,
  tallyWords,
} from './import-tally.ts';
import { progressLine } from './progress-view.ts';

const GO_ON = 'Run the same command again to go on: what is there already is not sent again.';

const DAMAGE_WORDS: Record<NonNullable<FoundFile['damage']>, string> = {
  incomplete: 'The end of this file is missing: what was left of it was sent.',
  damaged: 'This file is damaged inside its archive: it was sent as it is.',
};

export class PrintedReport implements ImportReport {
  readonly tally: ImportTally = emptyTally();
  readonly #sources: WatchSources;
  readonly #terminal: Terminal;
  readonly #live: LiveLine;
  readonly #isVerbose: boolean;
  readonly #startMs = performance.now();
  #withoutFile = 0;

  constructor(sources: WatchSources, terminal: Terminal, live: LiveLine, isVerbose: boolean) {
    this.#sources = sources;
    this.#terminal = terminal;
    this.#live = live;
    this.#isVerbose = isVerbose;
  }

  onFile({ path, damage }: FoundFile, results: readonly ImportAnswer[]): void {
    const outcome = outcomeOf(results);
    this.tally[outcome] += 1;
    const hasFailure = results.some(({ status }) => status === 'failed');
    if (this.#isVerbose || hasFailure) {
      for (const result of results) this.#say(`${path}: ${importLine(result)}`);
    }
    if (this.#isVerbose) {
      const warnings = new Set(results.flatMap((result) => result.warnings));
      for (const warning of warnings) this.#say(`  ${warning}`);
      if (damage !== null && outcome !== 'failed') this.#say(`  ${DAMAGE_WORDS[damage]}`);
    }
    this.#showProgress();
  }

  onOther(event: Exclude<SourceEvent, FoundFile>): void {
    if (event.type === 'not-an-activity') this.tally.otherFiles += 1;
    if (event.type === 'table') this.#withoutFile += event.table.withoutFile;
    if (event.type === 'problem') {
      const isFailure = !isHarmless(event.kind);
      if (isFailure) this.tally.failed += 1;
      this.#say(`${event.path}: ${isFailure ? 'Failed: ' : ''}${event.message}`);
    }
    this.#showProgress();
  }

  sumUp(endedBecause: string | null, isStopped: boolean): void {
    this.#live.clear();
    if (endedBecause !== null) this.#terminal.complain(endedBecause);
    this.#terminal.print(tallyWords(this.tally));
    const others = otherFilesWords(this.tally);
    if (others !== null) this.#terminal.print(others);
    if (this.#withoutFile > 0) this.#terminal.print(withoutFileWords(this.#withoutFile));
    if (isStopped || endedBecause !== null) this.#terminal.complain(GO_ON);
  }

  #say(line: string): void {
    this.#live.clear();
    this.#terminal.print(oneLine(line));
  }

  #showProgress(): void {
    const doneFiles = foundFiles(this.tally) + this.tally.otherFiles;
    const progress = {
      doneFiles,
      expectedFiles: this.#sources.expectedFiles(),
      share: this.#sources.doneShare(doneFiles),
      outcomes: outcomeWords(this.tally),
      elapsedS: (performance.now() - this.#startMs) / 1000,
    };
    this.#live.update((columns) => progressLine(progress, columns));
  }
}

const withoutFileWords = (count: number): string =>
  `Typed in by hand on Strava, without a file in the export: ${count.toLocaleString('en-GB')}.`;
