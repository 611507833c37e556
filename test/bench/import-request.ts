/**
 * The CPU that one import costs the Worker and the athlete's object once they are
 * warm: receiving, hashing, decoding, analysing and storing an hour's run at 1 Hz (`POST /api/imports`), and judging the
 * history it joins (in the `GET /api/dashboard` after it). The free plan allows 10 ms a request.
 *
 * What is counted: every sample that V8's profiler takes while the isolate of the Worker runs, garbage collection and
 * native code called from it included. What is kept apart: the emulated D1 and R2, which run in isolates of their own;
 * time spent waiting for them; and SQLite while it stores, shown on a line of its own. SQLite while it reads the history counts as judging.
 */
import { encodeFit } from '../../fixtures/encode-fit.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { cpuByPart } from './cpu-by-part.ts';
import { type ProfiledServer, startProfiledServer } from './profiled-server.ts';

const WARM_UP = 40;
const MEASURED = 40;
const LIMIT_MS = 10;
const FIRST_START_S = 1_772_434_800;
const DAY_S = 86_400;

const KEPT_APART = 'SQLite of the import (kept apart)';
const IMPORT_PARTS = new Map([
  ['readBody', 'receive'],
  ['sha256Hex', 'hash'],
  ['decodeFile', 'decode'],
  ['runExposure', 'analyse'],
  ['exec', KEPT_APART],
  ['findSession', 'session'],
  ['keepFile', 'hand to storage'],
  ['findFile', 'hand to storage'],
  ['addFile', 'hand to storage'],
]);
const JUDGE_PARTS = new Map([
  ['readHistoryRuns', 'judge: read the history'],
  ['judgeHistory', 'judge: days, weeks, flags'],
]);

export interface ImportRequestCpu {
  partsMs: Record<string, number>;
  /** The parts without what is kept apart. */
  ownMs: number;
  limitMs: number;
}

export async function importRequestCpu(): Promise<ImportRequestCpu> {
  const server = await startProfiledServer();
  try {
    const parts = middleHalf(await profiledImports(server));
    for (const part of ['decode', 'analyse', JUDGE_PARTS.get('judgeHistory') as string]) {
      if (!parts.get(part)) throw new Error(`no sample of "${part}": was its function renamed?`);
    }
    return { partsMs: Object.fromEntries(parts), ownMs: ownMs(parts), limitMs: LIMIT_MS };
  } finally {
    server.stop();
  }
}

async function profiledImports(server: ProfiledServer): Promise<Map<string, number>[]> {
  const send = uploader(server.origin);
  for (let day = 0; day < WARM_UP; day++) await send.importAndLook(hourOfRunning(day));
  const imports: Map<string, number>[] = [];
  for (let day = WARM_UP; day < WARM_UP + MEASURED; day++) {
    const bytes = hourOfRunning(day);
    const received = cpuByPart(await server.profile(() => send.import(bytes)), IMPORT_PARTS);
    const judged = cpuByPart(await server.profile(() => send.look()), JUDGE_PARTS);
    // The dashboard's own rendering is no part of an import.
    judged.delete('other');
    imports.push(new Map([...received, ...judged]));
  }
  return imports;
}

function hourOfRunning(day: number): Uint8Array {
  return encodeFit(
    syntheticRun({
      segments: [
        { durationS: 1_800, speedMps: 2.8 },
        { durationS: 600, speedMps: 2.5, gradePercent: 6 },
        { durationS: 1_200, speedMps: 3.2 },
      ],
      startTimeS: FIRST_START_S + day * DAY_S,
      noiseSeed: day,
    }),
  );
}

function uploader(origin: string) {
  let cookie = '';
  const request = async (path: string, init: RequestInit = {}): Promise<string> => {
    const answer = await fetch(origin + path, {
      ...init,
      headers: { Origin: origin, Cookie: cookie },
    });
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return answer.text();
  };
  const importFile = async (bytes: Uint8Array): Promise<void> => {
    const text = await request('/api/imports', { method: 'POST', body: Buffer.from(bytes) });
    if (!text.includes('"added"')) throw new Error(`the run was not added: ${text}`);
  };
  const look = async (): Promise<void> => {
    await request('/api/dashboard');
  };
  return {
    import: importFile,
    look,
    async importAndLook(bytes: Uint8Array): Promise<void> {
      await importFile(bytes);
      await look();
    },
  };
}

function ownMs(parts: ReadonlyMap<string, number>): number {
  return [...parts].reduce((sum, [part, ms]) => (part === KEPT_APART ? sum : sum + ms), 0);
}

/** The mean of each part over the middle half of the imports: one that other work of the machine disturbed does not count. */
function middleHalf(imports: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const ranked = [...imports].sort((a, b) => ownMs(a) - ownMs(b));
  const middle = ranked.slice(ranked.length / 4, (3 * ranked.length) / 4);
  const mean = (part: string) =>
    middle.reduce((sum, parts) => sum + (parts.get(part) ?? 0), 0) / middle.length;
  return new Map([...(imports[0]?.keys() ?? [])].map((part) => [part, mean(part)]));
}

export function importRequestTable({ partsMs, ownMs: total, limitMs }: ImportRequestCpu): string {
  const line = (ms: number, text: string) => `${ms.toFixed(2).padStart(8)} ms  ${text}`;
  return [
    `CPU of one import, an hour at 1 Hz, mean of the middle half of ${MEASURED} after ${WARM_UP}:`,
    ...Object.entries(partsMs).map(([part, ms]) => line(ms, part)),
    line(total, `in all, ${total <= limitMs ? 'within' : 'beyond'} ${limitMs} ms`),
    '',
  ].join('\n');
}
