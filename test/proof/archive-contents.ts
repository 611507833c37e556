/**
 * What lies in the generated archive, file by file, and what has to become of it. The same for the same order. Bytes are
 * made when they are asked for: the archive is larger than anyone wants to hold.
 */
import { settingsFile, truncated } from '../../fixtures/watch-file-variants.ts';
import { archiveProblem } from '../../src/archive/archive-problem.ts';
import { gunzipped } from '../../src/archive/unpack.ts';
import { decodeFile } from '../../src/import/decode-file.ts';
import { makeRecordings, type Recordings, startTimeOf } from './archive-recordings.ts';
import { type ActivityRole, activityRoles, countOf } from './archive-roles.ts';
import { cutGzip } from './cut-gzip.ts';

export interface ArchiveOrder {
  activities: number;
  seed: number;
  /** Length of the shortest run, in seconds. */
  runS: number;
}

export type FileOutcome = 'added' | 'not-a-run' | 'duplicate' | 'passed over' | { failed: string };

export interface GeneratedFile {
  name: string;
  /** As Strava's table has it; `null` for a file that no table knows. */
  title: string | null;
  outcome: FileOutcome;
  bytes(): Uint8Array;
  /** How its entry differs from an honest one. */
  oddity?: 'cut gzip' | 'wrong checksum' | 'locked';
}

/** As the site has to list it. */
export interface ListedRun {
  startTimeS: number;
  distanceM: number | null;
  isRun: boolean;
  name: string | null;
  twins: number;
}

export interface ArchiveContents {
  /** Each in a gzip, beside the table. */
  strava: GeneratedFile[];
  /** In archives inside the archive. */
  garmin: GeneratedFile[];
  /** In an archive inside the archive whose end is missing, and with it the end of the last of these. */
  cutArchive: GeneratedFile[];
  listed: ListedRun[];
}

/** Of the activities; the rest of the plain ones lies in the part of Garmin. */
const EVERY_NTH_IN_GARMIN = 2;
const SETTINGS_SHARE = 0.1;
const RUBBISH_SHARE = 0.01;
const CUT_ARCHIVE_FILES = 4;
const NOISE_BYTES = 500;

export function archiveContents({ activities, seed, runS }: ArchiveOrder): ArchiveContents {
  const recordings = makeRecordings(runS);
  const contents: ArchiveContents = { strava: [], garmin: [], cutArchive: [], listed: [] };
  const settings = countOf(activities, SETTINGS_SHARE);
  activityRoles(activities - CUT_ARCHIVE_FILES, seed).forEach((role, number) => {
    addActivity(contents, recordings, role, number);
    if (number < settings) contents.garmin.push(settingsOf(number));
  });
  for (let number = activities - CUT_ARCHIVE_FILES; number < activities; number++) {
    addToCutArchive(contents, recordings, number, number === activities - 1);
  }
  for (let index = 0; index < countOf(activities, RUBBISH_SHARE); index++) {
    contents.strava.push(...rubbish(index));
  }
  return contents;
}

function addActivity(
  { strava, garmin, listed }: ArchiveContents,
  recordings: Recordings,
  role: ActivityRole,
  number: number,
): void {
  const isPlain = role === 'run' || role === 'ride';
  const isGarmins = isPlain && number % EVERY_NTH_IN_GARMIN === 0;
  const first = firstFile(recordings, role, number, isGarmins ? null : `Morning ${number}`);
  (isGarmins ? garmin : strava).push(first);
  const second = secondFile(recordings, role, number);
  if (second !== null) garmin.push(second);
  listed.push({
    startTimeS: startTimeOf(number),
    distanceM: distanceOf(recordings, role, number, first),
    isRun: role !== 'ride',
    name: role === 'richer twin' ? null : first.title,
    twins: role.endsWith('twin') ? 1 : 0,
  });
}

function firstFile(
  recordings: Recordings,
  role: ActivityRole,
  number: number,
  title: string | null,
): GeneratedFile {
  const file = { name: `${number}.fit`, title, outcome: 'added' as const };
  const bytes = () => recordings.run(number);
  switch (role) {
    case 'ride':
      return { ...file, outcome: 'not-a-run', bytes: () => recordings.ride(number) };
    case 'richer twin':
      return { ...file, bytes: () => recordings.sparseRun(number) };
    case 'cut':
      return { ...file, bytes: () => truncated(bytes()) };
    case 'cut in its gzip':
      return { ...file, bytes, oddity: 'cut gzip' };
    case 'wrong checksum':
      return { ...file, bytes, oddity: 'wrong checksum' };
    default:
      return { ...file, bytes };
  }
}

/** Lies in the part of Garmin, long after the first. */
function secondFile(
  recordings: Recordings,
  role: ActivityRole,
  number: number,
): GeneratedFile | null {
  const file = { name: `again_${number}.fit`, title: null };
  switch (role) {
    case 'run twice':
      return { ...file, outcome: 'duplicate', bytes: () => recordings.run(number) };
    case 'poorer twin':
      return { ...file, outcome: 'duplicate', bytes: () => recordings.sparseRun(number) };
    case 'richer twin':
      return { ...file, outcome: 'added', bytes: () => recordings.run(number) };
    default:
      return null;
  }
}

/** Of a file cut short, how far the runner was when the part that is there ends. */
function distanceOf(
  recordings: Recordings,
  role: ActivityRole,
  number: number,
  file: GeneratedFile,
): number | null {
  if (role === 'ride') return recordings.rideDistanceM;
  if (role === 'cut') return decodedDistanceM(file.bytes());
  if (role === 'cut in its gzip') {
    return decodedDistanceM(gunzipped(cutGzip(file.bytes()), Number.POSITIVE_INFINITY)?.bytes);
  }
  return recordings.runDistanceM(number);
}

function decodedDistanceM(bytes: Uint8Array | undefined): number | null {
  const decoded = decodeFile(bytes ?? new Uint8Array(0));
  if (!decoded.ok) throw new Error(`a file cut short holds nothing: ${decoded.error.message}`);
  return decoded.value.activities[0]?.samples.distanceM?.at(-1) ?? null;
}

function addToCutArchive(
  { cutArchive, listed }: ArchiveContents,
  recordings: Recordings,
  number: number,
  isLast: boolean,
): void {
  const whole = () => recordings.run(number);
  cutArchive.push({ name: `${number}.fit`, title: null, outcome: 'added', bytes: whole });
  listed.push({
    startTimeS: startTimeOf(number),
    distanceM: isLast ? decodedDistanceM(truncated(whole())) : recordings.runDistanceM(number),
    isRun: true,
    name: null,
    twins: 0,
  });
}

function settingsOf(number: number): GeneratedFile {
  const name = `settings_${number}.fit`;
  return { name, title: null, outcome: 'passed over', bytes: settingsFile };
}

/** One of each kind that no run can be made of. */
function rubbish(index: number): GeneratedFile[] {
  const reason = (kind: Parameters<typeof archiveProblem>[0]) => ({
    failed: archiveProblem(kind, '').message,
  });
  const noise = () => Uint8Array.from({ length: NOISE_BYTES }, (_, i) => (i * 37 + index) % 251);
  const signed = () => {
    const bytes = noise();
    bytes.set(new TextEncoder().encode('.FIT'), 8);
    return bytes;
  };
  const decoded = decodeFile(signed());
  if (decoded.ok) throw new Error('noise was decoded');
  const file = (kind: string) => ({ name: `${kind}_${index}.fit`, title: null });
  return [
    { ...file('noise'), outcome: reason('not-recognised'), bytes: noise },
    { ...file('signed'), outcome: { failed: decoded.error.message }, bytes: signed },
    { ...file('empty'), outcome: reason('empty-file'), bytes: () => new Uint8Array(0) },
    { ...file('locked'), outcome: reason('encrypted'), bytes: noise, oddity: 'locked' },
  ];
}
