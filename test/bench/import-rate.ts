/**
 * Files per second that `npm run import` brings into a running app, and what bounds it: a Strava export of an hour's runs at
 * 1 Hz, read, hashed, packed and sent by this program, received, decoded, analysed and stored by `npm start`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stravaExport } from '../../fixtures/archives.ts';
import { redatedFit } from '../../fixtures/redated-fit.ts';
import { importCommand } from '../../src/cli/import/command.ts';
import { liveLine } from '../../src/cli/live-line.ts';
import { startApp } from '../browser/running-app.ts';
import {
  boundBy,
  costInWords,
  momentOf,
  type Stretch,
  stretchBetween,
} from '../proof/process-cost.ts';

export interface ImportRate extends Stretch {
  files: number;
  filesPerS: number;
  boundBy: string;
}

const WARM_UP = 40;
const MEASURED = 120;
const DAY_S = 86_400;

/** `null` where there is no `/proc` to tell who was busy. */
export async function importRate(recording: Uint8Array): Promise<ImportRate | null> {
  if (process.platform !== 'linux') return null;
  const folder = mkdtempSync(join(tmpdir(), 'achilles-watch-rate-'));
  const app = await startApp();
  try {
    const exported = (name: string, firstDay: number, days: number): string => {
      const path = join(folder, name);
      const files = Array.from({ length: days }, (_, index) => ({
        name: `${firstDay + index}.fit`,
        bytes: redatedFit(recording, -(firstDay + index) * DAY_S),
      }));
      writeFileSync(path, stravaExport(files));
      return path;
    };
    const send = importer(app.url, join(folder, 'session.json'));
    const paths = [exported('warm.zip', 0, WARM_UP), exported('measured.zip', WARM_UP, MEASURED)];
    await send(paths[0] as string, WARM_UP);
    const moment = () => momentOf('this program', app.process().pid as number);
    const start = moment();
    await send(paths[1] as string, MEASURED);
    const stretch = stretchBetween(start, moment());
    const filesPerS = MEASURED / stretch.seconds;
    return { ...stretch, files: MEASURED, filesPerS, boundBy: boundBy(stretch) };
  } finally {
    await app.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

function importer(url: string, session: string) {
  return async (path: string, files: number): Promise<void> => {
    const lines: string[] = [];
    const hear = (line: string) => lines.push(line);
    await importCommand(['--to', url, '--session', session, '--time-zone', 'UTC', path], {
      terminal: { print: hear, complain: hear },
      live: liveLine({ write: () => undefined }),
      stop: new AbortController().signal,
    });
    if (!lines.join('\n').includes(`${files} added`)) throw new Error(lines.join('\n'));
  };
}

export function importRateTable(rate: ImportRate | null): string {
  if (rate === null) return 'Files per second of an import: told on Linux only.\n';
  return [
    `Import of ${rate.files} files of an hour into a running app, from the command line:`,
    `  ${rate.filesPerS.toFixed(1)} files a second, bound by ${rate.boundBy}`,
    `  ${costInWords(rate, rate.files)}`,
    '',
  ].join('\n');
}
