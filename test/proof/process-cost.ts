/** What an importer and its server cost the machine between two moments, as `/proc` tells: processor time, and memory at its peak. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { processTree, statFields } from '../browser/process-tree.ts';

export type Part = 'page' | 'rest of the browser' | 'this program' | 'workerd' | 'wrangler and npm';

/** Who imports: a browser with all that it started, or this very program. */
export type Importer = { browserPid: number } | 'this program';

export interface Moment {
  atMs: number;
  /** By process: clock ticks so far. */
  ticks: ReadonlyMap<number, { part: Part; ticks: number }>;
  /** Of the whole machine. */
  machine: { busyTicks: number; allTicks: number };
  /** Most that the page's process and its server's `workerd` have ever held, in bytes. */
  peakBytes: Record<'page' | 'workerd', number>;
}

export interface Stretch {
  seconds: number;
  /** Cores kept busy on average, by those who took part; `others` is everything else on the machine. */
  cores: Partial<Record<Part, number>> & Record<'others' | 'idle', number>;
}

const TICKS_PER_SECOND = 100;
/** Positions in `/proc/PID/stat` after the name. */
const [UTIME, STIME] = [11, 12] as const;

export function momentOf(importer: Importer, serverPid: number): Moment {
  const peakBytes = { page: 0, workerd: 0 };
  const ticks = new Map<number, { part: Part; ticks: number }>();
  const add = (pid: number, part: Part) => {
    const fields = statFields(pid);
    if (fields === null) return;
    ticks.set(pid, { part, ticks: Number(fields[UTIME]) + Number(fields[STIME]) });
    if (part === 'page' || part === 'workerd') {
      peakBytes[part] = Math.max(peakBytes[part], peakOf(pid));
    }
  };
  if (importer === 'this program') add(process.pid, importer);
  else for (const pid of processTree(importer.browserPid)) add(pid, partOfBrowser(pid));
  for (const pid of processTree(serverPid)) {
    add(pid, textOf(pid, 'comm').startsWith('workerd') ? 'workerd' : 'wrangler and npm');
  }
  return { atMs: performance.now(), ticks, machine: machineTicks(), peakBytes };
}

const partOfBrowser = (pid: number): Part =>
  textOf(pid, 'cmdline').includes('--type=renderer') ? 'page' : 'rest of the browser';

export function stretchBetween(start: Moment, end: Moment): Stretch {
  const seconds = (end.atMs - start.atMs) / 1000;
  const perCore = (ticks: number) => ticks / TICKS_PER_SECOND / seconds;
  const own: Partial<Record<Part, number>> = {};
  for (const [pid, { part, ticks }] of end.ticks) {
    own[part] = (own[part] ?? 0) + perCore(ticks - (start.ticks.get(pid)?.ticks ?? 0));
  }
  const owned = Object.values(own).reduce((sum, share) => sum + share, 0);
  const busy = perCore(end.machine.busyTicks - start.machine.busyTicks);
  const all = perCore(end.machine.allTicks - start.machine.allTicks);
  return { seconds, cores: { ...own, others: Math.max(0, busy - owned), idle: all - busy } };
}

/** With less than this share of a core idle, there was nothing left to work with; above it, a process is at its end. */
const IDLE_CORES = 0.2;
const BUSY_CORES = 0.85;

/** What kept it from being faster. */
export function boundBy({ cores: { idle, others, ...own } }: Stretch): string {
  const [[part, share]] = Object.entries(own).toSorted(([, a], [, b]) => b - a) as [
    [string, number],
  ];
  const leader = `${part} most of all with ${share.toFixed(2)} cores`;
  if (idle < IDLE_CORES) {
    const rest = `${others.toFixed(2)} of ${availableParallelism()} cores by other programs`;
    return `the processor: ${leader}, ${rest}`;
  }
  if (share > BUSY_CORES) return `one core of the processor: ${leader}`;
  return `waiting for answers and the disk: ${idle.toFixed(2)} cores idle, ${leader}`;
}

/** `cores busy: page 0.49, workerd 0.24, …; of a file: page 49 ms, workerd 24 ms`. The times hardly depend on other programs. */
export function costInWords({ cores, seconds }: Stretch, files: number): string {
  const { others, idle, ...own } = cores;
  const busy = Object.entries(cores).map(([part, share]) => `${part} ${share.toFixed(2)}`);
  const ofFile = Object.entries(own).map(
    ([part, share]) => `${part} ${((1000 * share * seconds) / files).toFixed(0)} ms`,
  );
  return `cores busy: ${busy.join(', ')}; of a file: ${ofFile.join(', ')}`;
}

function peakOf(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(textOf(pid, 'status'))?.[1] ?? 0) * 1024;
}

function machineTicks(): Moment['machine'] {
  const all = readFileSync('/proc/stat', 'utf8').split('\n', 1).join('').match(/\d+/g) ?? [];
  // Guests, after these eight, are counted as users already.
  const [user = 0, nice = 0, system = 0, idle = 0, waiting = 0, ...rest] = all
    .slice(0, 8)
    .map(Number);
  const busyTicks = user + nice + system + rest.reduce((sum, ticks) => sum + ticks, 0);
  return { busyTicks, allTicks: busyTicks + idle + waiting };
}

function textOf(pid: number, what: 'cmdline' | 'comm' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}
