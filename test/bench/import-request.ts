/**
 * `node test/bench/import-request.ts`: the CPU that one import costs the Worker and the athlete's object once they are
 * warm: receiving, hashing, decoding, analysing and storing an hour's run at 1 Hz (`POST /api/imports`), and judging the
 * history it joins (in the `GET /api/dashboard` after it). The free plan allows 10 ms a request.
 *
 * What is counted: every sample that V8's profiler takes while the isolate of the Worker runs, garbage collection and
 * native code called from it included. What is kept apart: the emulated D1 and R2, which run in isolates of their own;
 * time spent waiting for them; and SQLite inside the object, shown on a line of its own.
 */
import { encodeFit } from '../../fixtures/encode-fit.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { cpuByPart } from './cpu-by-part.ts';
import { startProfiledServer } from './profiled-server.ts';

const WARM_UP = 40;
const MEASURED = 40;
const LIMIT_MS = 10;
const FIRST_START_S = 1_772_434_800;
const DAY_S = 86_400;

const IMPORT_PARTS = new Map([
  ['readBody', 'receive'],
  ['sha256Hex', 'hash'],
  ['decodeFile', 'decode'],
  ['runExposure', 'analyse'],
  ['exec', 'SQLite in the object (kept apart)'],
  ['findSession', 'session'],
  ['keepFile', 'hand to storage'],
  ['findFile', 'hand to storage'],
  ['addFile', 'hand to storage'],
]);
const JUDGE_PARTS = new Map([
  ['exec', 'SQLite in the object (kept apart)'],
  ['readHistoryRuns', 'judge: read the history'],
  ['judgeHistory', 'judge: days, weeks, flags'],
]);
const KEPT_APART = 'SQLite in the object (kept apart)';

const server = await startProfiledServer();
try {
  const send = uploader(server.origin);
  for (let day = 0; day < WARM_UP; day++) await send.importAndLook(hourOfRunning(day));
  const imports: Map<string, number>[] = [];
  const judgements: Map<string, number>[] = [];
  for (let day = WARM_UP; day < WARM_UP + MEASURED; day++) {
    const bytes = hourOfRunning(day);
    imports.push(cpuByPart(await server.profile(() => send.import(bytes)), IMPORT_PARTS));
    judgements.push(cpuByPart(await server.profile(() => send.look()), JUDGE_PARTS));
  }
  // The dashboard's own rendering is no part of an import.
  for (const judgement of judgements) judgement.delete('other');
  print([...medians(imports), ...medians(judgements)]);
} finally {
  server.stop();
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

/** The median of each part: a request that was interrupted by other work of the machine must not count. */
function medians(measured: readonly Map<string, number>[]): [string, number][] {
  const parts = [...(measured[0]?.keys() ?? [])];
  return parts.map((part) => {
    const sorted = measured.map((cpuMs) => cpuMs.get(part) ?? 0).sort((a, b) => a - b);
    return [part, sorted[Math.floor(sorted.length / 2)] as number];
  });
}

function print(parts: readonly [string, number][]): void {
  const ownMs = parts.reduce((sum, [part, ms]) => (part === KEPT_APART ? sum : sum + ms), 0);
  process.stdout.write(
    `CPU of one import, an hour at 1 Hz, median of ${MEASURED} after ${WARM_UP}:\n`,
  );
  for (const [part, ms] of parts)
    process.stdout.write(`${ms.toFixed(2).padStart(8)} ms  ${part}\n`);
  const verdict = ownMs <= LIMIT_MS ? 'within' : 'beyond';
  process.stdout.write(`${ownMs.toFixed(2).padStart(8)} ms  in all, ${verdict} ${LIMIT_MS} ms\n`);
  if (ownMs > LIMIT_MS) process.exitCode = 1;
}
