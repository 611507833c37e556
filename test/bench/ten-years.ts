/**
 * What ten years cost the Worker and the athlete's object: 3,000 runs and a check-in on each of 3,652 days, through the
 * HTTP interface. Two things: the dashboard page when nothing has changed since it was last asked for, and the same page
 * after a setting that makes the whole history be judged again (a threshold, Achilles trouble, the time zone). No file
 * is read for either. CPU as in `import-request.ts`: samples of V8's profiler in the isolate of the Worker, waiting left out.
 */
import { encodeFit } from '../../fixtures/encode-fit.ts';
import { redatedFit } from '../../fixtures/redated-fit.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { cpuByPart } from './cpu-by-part.ts';
import { type ProfiledServer, startProfiledServer } from './profiled-server.ts';

const RUNS = 3000;
const DAYS = 3652;
/** Different runs; the others are copies of them on other days. */
const TEMPLATES = 12;
const AT_ONCE = 4;
const WARM_UP = 10;
const MEASURED = 24;
const WARM_LIMIT_MS = 10;
const REJUDGE_LIMIT_MS = 250;
const DAY_S = 86_400;
/** Of what is kept in the object's memory, nothing is decoded again; where one of these has a sample, a file was. */
const DECODING = new Map([
  ['decodeFile', 'decode'],
  ['runExposure', 'analyse'],
]);
const JUDGING = new Map([...DECODING, ['judgeHistory', 'judge'], ['dashboardView', 'view']]);

export interface TenYearsCpu {
  runs: number;
  checkIns: number;
  /** Of the dashboard page when nothing has changed. */
  warmMs: number;
  warmLimitMs: number;
  /** By the setting that was changed: of the change and of the dashboard page after it. */
  rejudgedMs: Record<string, number>;
  /** Of that, `judgeHistory` alone. */
  judgeMs: Record<string, number>;
  rejudgeLimitMs: number;
}

export async function tenYearsCpu(): Promise<TenYearsCpu> {
  const server = await startProfiledServer();
  try {
    const runner = await runnerOfTenYears(server.origin);
    return await measured(server, runner);
  } finally {
    server.stop();
  }
}

type Ask = (path: string, init?: RequestInit) => Promise<string>;

async function measured(server: ProfiledServer, ask: Ask): Promise<TenYearsCpu> {
  const page = await ask('/');
  if (!page.includes('status-headline')) throw new Error('the dashboard was not shown');
  for (let round = 0; round < WARM_UP; round++) await ask('/');
  const warm: Map<string, number>[] = [];
  for (let round = 0; round < MEASURED; round++) {
    warm.push(cpuByPart(await server.profile(async () => void (await ask('/'))), JUDGING));
  }
  const [rejudgedMs, judgeMs]: Record<string, number>[] = [{}, {}];
  for (const [setting, values] of Object.entries(CHANGES)) {
    const costs = await changed(server, ask, setting, values);
    if (!costs.every((parts) => parts.get('judge'))) throw new Error(`${setting}: nothing judged`);
    (rejudgedMs as Record<string, number>)[setting] = middleMean(costs.map(total));
    (judgeMs as Record<string, number>)[setting] = middleMean(
      costs.map((parts) => parts.get('judge') ?? 0),
    );
  }
  return {
    runs: RUNS,
    checkIns: DAYS,
    warmMs: middleMean(warm.map(total)),
    warmLimitMs: WARM_LIMIT_MS,
    rejudgedMs: rejudgedMs as Record<string, number>,
    judgeMs: judgeMs as Record<string, number>,
    rejudgeLimitMs: REJUDGE_LIMIT_MS,
  };
}

/** Each value differs from the one before it, so that every change is one. */
const CHANGES: Record<string, readonly unknown[]> = {
  fastThresholdMps: [3.4, 3.5],
  lastTroubleDate: [null, daysAgo(100)],
  timeZone: ['Europe/Berlin', 'Pacific/Auckland'],
};

async function changed(
  server: ProfiledServer,
  ask: Ask,
  setting: string,
  values: readonly unknown[],
): Promise<Map<string, number>[]> {
  const costs: Map<string, number>[] = [];
  for (let round = 0; round < MEASURED / 2; round++) {
    const body = JSON.stringify({ [setting]: values[round % values.length] });
    const profile = await server.profile(async () => {
      await ask('/api/settings', { method: 'PATCH', body });
      await ask('/');
    });
    const parts = cpuByPart(profile, JUDGING);
    if (parts.get('decode') || parts.get('analyse')) throw new Error(`${setting}: a file was read`);
    costs.push(parts);
  }
  return costs.slice(2);
}

async function runnerOfTenYears(origin: string): Promise<Ask> {
  let cookie = '';
  const ask: Ask = async (path, init = {}) => {
    const headers = { Origin: origin, Cookie: cookie, Accept: 'text/html, application/json' };
    const answer = await fetch(origin + path, { ...init, headers });
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text;
  };
  const templates = Array.from({ length: TEMPLATES }, (_, kind) => template(kind));
  const send = async (index: number) => {
    const file = templates[index % TEMPLATES] as Uint8Array;
    // Whole days apart, so that a run every 1.2 days never meets another of its day.
    const shiftS = -Math.round((index * DAYS) / RUNS) * DAY_S;
    await ask('/api/imports', { method: 'POST', body: Buffer.from(redatedFit(file, shiftS)) });
  };
  await send(0);
  await each(RUNS - 1, (index) => send(index + 1));
  await each(DAYS, async (index) => {
    const checkIn = {
      stiffness: index % 4,
      stiffnessMin: 5 * (index % 3),
      firstStepsPain: index % 3,
      painDuring: index % 2,
      nextDayResponse: index % 90 === 0 ? 'worse' : 'same',
    };
    await ask(`/api/check-ins/${daysAgo(index)}`, { method: 'PUT', body: JSON.stringify(checkIn) });
  });
  return ask;
}

/** Three quarters of an hour, some of it uphill and some of it fast. */
function template(kind: number): Uint8Array {
  const startTimeS = Math.floor(Date.now() / 1000 / DAY_S) * DAY_S + kind * 600;
  return encodeFit(
    syntheticRun({
      segments: [
        { durationS: 1200 + 60 * kind, speedMps: 2.7 },
        { durationS: 60 * (kind % 5), speedMps: 2.4, gradePercent: 7 },
        { durationS: 60 * (kind % 5), speedMps: 2.9, gradePercent: -7 },
        { durationS: 100 * (kind % 4), speedMps: 3.9 },
        { durationS: 900, speedMps: 2.8 },
      ].filter(({ durationS }) => durationS > 0),
      startTimeS,
      recording: 'smart',
      noiseSeed: kind + 1,
    }),
  );
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_S * 1000).toISOString().slice(0, 10);
}

async function each(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const total = (parts: ReadonlyMap<string, number>): number =>
  [...parts.values()].reduce((sum, ms) => sum + ms, 0);

/** Of the middle half: what other work of the machine disturbed does not count. */
function middleMean(values: readonly number[]): number {
  const ranked = values.toSorted((a, b) => a - b);
  const middle = ranked.slice(ranked.length / 4, (3 * ranked.length) / 4);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

export function tenYearsTable(cpu: TenYearsCpu): string {
  const { runs, checkIns, warmMs, warmLimitMs, rejudgedMs, judgeMs, rejudgeLimitMs } = cpu;
  const line = (ms: number, limitMs: number, text: string) =>
    `${ms.toFixed(2).padStart(8)} ms  ${text}, ${ms <= limitMs ? 'within' : 'beyond'} ${limitMs} ms`;
  return [
    `CPU of the dashboard request, ten years (${runs} runs, ${checkIns} check-ins):`,
    line(warmMs, warmLimitMs, 'when warm'),
    ...Object.entries(rejudgedMs).map(([setting, ms]) =>
      line(
        ms,
        rejudgeLimitMs,
        `after a changed ${setting} (judging ${judgeMs[setting]?.toFixed(1)} ms)`,
      ),
    ),
    '',
  ].join('\n');
}
