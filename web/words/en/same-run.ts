/** What is said of several recordings of one run. */
import type { LocalDate } from '../../../src/analysis/local-date.ts';
import { formatDayYear, formatRunDistance, type Units } from '../../format.ts';
import { listed } from './levels.ts';

export const SAME_RUN = {
  title: 'Other recordings of this run',
  lead: 'Kept, but counted nowhere, so that no run is counted twice.',
  titleApart: 'Recordings of other runs',
  separate: 'These are two runs',
  apart: 'You said that this is another run.',
  join: 'Join again',
  chosen: 'The one shown here counts because you corrected it.',
  fileFirst: 'The file counts: what comes from Strava is kept for days only.',
};

/** `The same run as 3 May 2021, 10.2 km, from morning.fit`. */
export function sameRunReason(
  run: { localDate: LocalDate; distanceM: number | null; from: string | null },
  units: Units,
): string {
  const parts = [
    formatDayYear(run.localDate),
    ...(run.distanceM === null ? [] : [formatRunDistance(run.distanceM, units)]),
    ...(run.from === null ? [] : [`from ${run.from}`]),
  ];
  return `The same run as ${parts.join(', ')}`;
}

/** Of bytes that are here already: `Duplicate of the 3 May 2021 run`. */
export function duplicateReason(activity: { localDate: LocalDate; isRun: boolean }): string {
  const date = formatDayYear(activity.localDate);
  return activity.isRun
    ? `Duplicate of the ${date} run`
    : `Duplicate of an activity of ${date} that is not a run`;
}

export interface RecordingWords {
  fileName: string | null;
  format: 'fit' | 'tcx' | 'gpx' | 'strava';
  device: string | null;
  sampleCount: number;
  hasAltitude: boolean;
  hasCadence: boolean;
}

/** `morning.gpx`, `From Strava`. */
export const recordingName = ({ fileName, format }: RecordingWords): string =>
  fileName ?? (format === 'strava' ? 'From Strava' : `${format.toUpperCase()} file`);

/** `GPX · 1,200 points, no cadence`. */
export function recordingLine(recording: RecordingWords): string {
  const from = [formatWord(recording.format), recording.device].filter((part) => part !== null);
  return `${from.join(', ')} · ${recordedWords(recording)}`;
}

const formatWord = (format: RecordingWords['format']): string =>
  format === 'strava' ? 'Strava' : format.toUpperCase();

function recordedWords(recording: RecordingWords): string {
  if (recording.sampleCount === 0) return 'totals only';
  const lacks = [
    ...(recording.hasAltitude ? [] : ['altitude']),
    ...(recording.hasCadence ? [] : ['cadence']),
  ];
  const points = `${recording.sampleCount.toLocaleString('en-GB')} points`;
  return lacks.length === 0 ? points : `${points}, no ${lacks.join(', no ')}`;
}

/** Why `kept` counts and `other` does not. */
export function whyKept(kept: RecordingWords, other: RecordingWords, isCorrected: boolean): string {
  if (kept.format !== 'strava' && other.format === 'strava') return SAME_RUN.fileFirst;
  if (isCorrected) return SAME_RUN.chosen;
  const reasons = [
    ...(kept.sampleCount > other.sampleCount ? ['more points'] : []),
    ...(kept.hasAltitude && !other.hasAltitude ? ['altitude'] : []),
    ...(kept.hasCadence && !other.hasCadence ? ['cadence'] : []),
  ];
  return reasons.length === 0
    ? `Both tell as much; ${kept.format === 'strava' ? 'one' : `the ${formatWord(kept.format)} file`} is kept.`
    : `The one kept has ${listed(reasons)}.`;
}
