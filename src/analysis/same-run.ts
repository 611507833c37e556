/**
 * Which recordings are of one and the same run: two watches, a watch and a service, a file and its copy in another format.
 * The one rule for identity. Looks at starts and totals only; the caller gives runs, of which one that is not a run is none.
 */
import type { Warning, WarningKind } from './activity.ts';
import { exceeds } from './exceeds.ts';
import { TWIN_START_TOLERANCE_S, TWIN_TOTAL_TOLERANCE } from './policy.ts';

/** Warnings of a file that may hold a part of its run only. */
const CUT_SHORT_WARNINGS: ReadonlySet<WarningKind> = new Set([
  'truncated',
  'damaged',
  'summary-missing',
]);

/** FIT is what the watch wrote; a TCX keeps its laps and totals; a GPX is a track only; a service keeps no file at all. */
const NEARNESS_TO_WATCH = { strava: 0, gpx: 1, tcx: 2, fit: 3 } as const;

/** By its file, whatever the runner corrected: a correction must not make two runs one, or one run two. */
export interface Recording {
  id: string;
  /** By its content, whenever, wherever and in whatever order it is imported; decides between equals: see `recordingKey`. */
  key: string;
  /** Unix time in seconds. */
  startTimeS: number;
  /** Nobody but the runner knows when on its day it started: see `hidden-start.ts`. Absent: it is known. */
  isStartHidden?: boolean;
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
  sampleCount: number;
  hasAltitude: boolean;
  hasCadence: boolean;
  /** The file ends early or is damaged: the run may have gone on. */
  isCutShort: boolean;
  /** `null`: not known, and of no weight. */
  format: keyof typeof NEARNESS_TO_WATCH | null;
  /** The runner has corrected it: then it stays the one that is kept. */
  isCorrected: boolean;
  /** Ids of recordings that the runner said are other runs. */
  apartFrom: readonly string[];
}

/** `sha256`: lower-case hex of the file's raw bytes; `sessionIndex`: the place among its activities. */
export function recordingKey(sha256: string, sessionIndex: number): string {
  return `${sha256} ${sessionIndex}`;
}

export function isCutShort(warnings: readonly Pick<Warning, 'kind'>[]): boolean {
  return warnings.some(({ kind }) => CUT_SHORT_WARNINGS.has(kind));
}

/**
 * From the id of every recording that gives way to the id of the one kept in its place. The richest takes in every recording
 * of the same run, then the richest of those left, and so on: the order given never matters, no kept recording is the
 * same run as another, and asking again about the kept ones changes nothing.
 */
export function sameRuns(recordings: readonly Recording[]): Map<string, string> {
  const byStart = [...recordings].sort((a, b) => a.startTimeS - b.startTimeS);
  const places = new Map(byStart.map(({ id }, index) => [id, index]));
  const keptFor = new Map<string, string>();
  const kept = new Set<string>();
  for (const recording of [...recordings].sort(richestFirst)) {
    if (keptFor.has(recording.id)) continue;
    kept.add(recording.id);
    for (const near of startingNear(byStart, places.get(recording.id) as number)) {
      const isFree = !kept.has(near.id) && !keptFor.has(near.id);
      if (isFree && isSameRun(recording, near)) keptFor.set(near.id, recording.id);
    }
  }
  return keptFor;
}

function* startingNear(byStart: readonly Recording[], place: number): Generator<Recording> {
  const { startTimeS } = byStart[place] as Recording;
  for (const step of [-1, 1]) {
    for (let index = place + step; index >= 0 && index < byStart.length; index += step) {
      const near = byStart[index] as Recording;
      if (Math.abs(near.startTimeS - startTimeS) > TWIN_START_TOLERANCE_S) break;
      yield near;
    }
  }
}

function isSameRun(a: Recording, b: Recording): boolean {
  if (a.apartFrom.includes(b.id) || b.apartFrom.includes(a.id)) return false;
  if (a.isStartHidden || b.isStartHidden) return false;
  if (isPartOf(a, b) || isPartOf(b, a)) return true;
  return haveSameTotals(a, b) && overlap(a, b);
}

/** As far and as long. A service may know nothing of the pauses: then the time from start to end has to do. */
export function haveSameTotals(a: Recording, b: Recording): boolean {
  const lastAsLong = agree(a.timerS, b.timerS) || agree(a.elapsedS, b.elapsedS);
  return lastAsLong && agree(a.distanceM, b.distanceM);
}

/** A copy cut short agrees with the whole in its start alone: it ends within it and has run no further. */
function isPartOf(part: Recording, whole: Recording): boolean {
  if (!part.isCutShort) return false;
  const [partS, wholeS] = [part.elapsedS ?? part.timerS, whole.elapsedS ?? whole.timerS];
  if (partS === null || wholeS === null || partS > wholeS) return false;
  const endsWithin = part.startTimeS + partS <= whole.startTimeS + wholeS + TWIN_START_TOLERANCE_S;
  const isNoLonger =
    part.distanceM === null ||
    (whole.distanceM !== null &&
      !exceeds(part.distanceM, whole.distanceM, 1 + TWIN_TOTAL_TOLERANCE));
  return endsWithin && isNoLonger && overlap(part, whole);
}

function overlap(a: Recording, b: Recording): boolean {
  const [first, second] = a.startTimeS <= b.startTimeS ? [a, b] : [b, a];
  const lastedS = first.elapsedS ?? first.timerS;
  return lastedS !== null && second.startTimeS <= first.startTimeS + lastedS;
}

function agree(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return false;
  return !exceeds(Math.abs(a - b), Math.max(a, b), TWIN_TOTAL_TOLERANCE);
}

/**
 * A file before a service's copy, which may have to go; what the runner corrected; what has samples; what is not cut short;
 * more samples; altitude; cadence; FIT before TCX before GPX; the smaller key.
 */
function richestFirst(a: Recording, b: Recording): number {
  return (
    Number(a.format === 'strava') - Number(b.format === 'strava') ||
    Number(b.isCorrected) - Number(a.isCorrected) ||
    Number(b.sampleCount > 0) - Number(a.sampleCount > 0) ||
    Number(a.isCutShort) - Number(b.isCutShort) ||
    b.sampleCount - a.sampleCount ||
    Number(b.hasAltitude) - Number(a.hasAltitude) ||
    Number(b.hasCadence) - Number(a.hasCadence) ||
    nearness(b) - nearness(a) ||
    (a.key < b.key ? -1 : 1)
  );
}

const nearness = ({ format }: Recording): number =>
  format === null ? 0 : NEARNESS_TO_WATCH[format];
