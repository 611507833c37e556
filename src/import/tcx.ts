/**
 * A TCX file → its activities, one for each `Activity`. Totals are the sums of the laps' own; pauses are what a lap's clock
 * has more than its timer.
 */
import type { Activity, Lap, Samples, Session } from '../analysis/activity.ts';
import { gapPauses } from '../analysis/gap-pauses.ts';
import { TIME_JUMP_S } from '../analysis/policy.ts';
import type { Result } from '../analysis/result.ts';
import type { DecodedFile } from './decode-file.ts';
import { utcOffset } from './fit/utc-offset.ts';
import { type ImportError, notAnActivity } from './import-error.ts';
import { lapPauses } from './lap-pauses.ts';
import { sportOfTrack } from './sport-of-track.ts';
import { tcxDistance } from './tcx-distance.ts';
import { readTcxLaps, type TcxActivity, type TcxFile, type TcxLap } from './tcx-laps.ts';
import { type TimeWindow, toTimeline } from './timeline.ts';
import { type DecodedActivity, decodedTracks } from './track-file.ts';
import { trackSamples } from './track-points.ts';

export function decodeTcx(bytes: Uint8Array): Result<DecodedFile, ImportError> {
  const read = readTcxLaps(bytes);
  if (!read.ok) return read;
  const file = read.value;
  return decodedTracks(
    file,
    file.activities.filter(holdsSomething),
    (activity) => toActivity(file, activity),
    file.otherType === null ? null : notAnActivity(file.otherType),
  );
}

function holdsSomething({ laps }: TcxActivity): boolean {
  return laps.some(
    ({ from, to, timerS, distanceM }) => to > from || timerS !== null || distanceM !== null,
  );
}

/** `null` when nothing says when it was. */
function toActivity(file: TcxFile, tcx: TcxActivity): DecodedActivity | null {
  const recorded = trackSamples(file.points, tcx.laps);
  recorded.distanceM = tcxDistance(recorded.distanceM, tcx.laps);
  const { samples, warnings } = toTimeline(recorded, [], windowOf(tcx.laps));
  const startTimeS = startOf(tcx, samples);
  if (startTimeS === null) return null;
  const endTimeS = endOf(tcx.laps, samples, startTimeS);
  const laps = toLaps(tcx.laps, endTimeS);
  const hasTimers = laps.length === tcx.laps.length && laps.every(({ timerS }) => timerS !== null);
  const pauses = hasTimers ? lapPauses(samples.timeS, laps) : gapPauses(samples, []);
  const words = { type: tcx.sport, name: null, creator: tcx.creator?.name ?? null };
  const { sport, subSport, ...told } = sportOfTrack(words, samples, pauses);
  const activity: Activity = {
    sport,
    subSport,
    startTimeS,
    utcOffsetS: utcOffset(file.points.utcOffsetS),
    session: toSession(tcx.laps, endTimeS - startTimeS),
    laps,
    pauses,
    samples,
    device: tcx.creator && {
      manufacturer: null,
      product: tcx.creator.name,
      serialNumber: tcx.creator.unitId,
    },
  };
  return { activity, warnings: [...warnings, ...told.warnings] };
}

/** Where the laps put the activity; `null` when they do not say. */
function windowOf(laps: readonly TcxLap[]): TimeWindow | null {
  let [startS, endS] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { startTimeS, timerS } of laps) {
    if (startTimeS === null) continue;
    startS = Math.min(startS, startTimeS);
    endS = Math.max(endS, startTimeS + (timerS ?? 0));
  }
  return endS >= startS ? { startS, endS } : null;
}

/** The first lap's start, unless the samples lie elsewhere. */
function startOf({ laps, startTimeS }: TcxActivity, { timeS }: Samples): number | null {
  const stated = laps[0]?.startTimeS ?? startTimeS;
  const first = timeS[0];
  if (stated === null || first === undefined) return first ?? stated;
  return Math.abs(first - stated) > TIME_JUMP_S ? first : Math.min(first, stated);
}

/** Samples come in whole seconds: one within the second after the last lap's timer belongs to its end. */
function endOf(laps: readonly TcxLap[], { timeS }: Samples, startTimeS: number): number {
  const last = laps.at(-1);
  const lapEndS = (last?.startTimeS ?? startTimeS) + (last?.timerS ?? 0);
  const sampledS = timeS.at(-1) ?? lapEndS;
  return sampledS >= lapEndS + 1 ? sampledS : lapEndS;
}

function toLaps(laps: readonly TcxLap[], endTimeS: number): Lap[] {
  return laps.flatMap(({ startTimeS, timerS, distanceM }, i) => {
    if (startTimeS === null) return [];
    const elapsedS = (laps[i + 1]?.startTimeS ?? endTimeS) - startTimeS;
    return [{ startTimeS, distanceM, timerS, elapsedS: elapsedS >= 0 ? elapsedS : null }];
  });
}

function toSession(laps: readonly TcxLap[], elapsedS: number): Session {
  return {
    distanceM: total(laps.map(({ distanceM }) => distanceM)),
    timerS: total(laps.map(({ timerS }) => timerS)),
    elapsedS,
    ascentM: null,
    descentM: null,
    avgCadenceSpm: null,
    avgHeartRateBpm: null,
    perceivedExertion: null,
  };
}

/** `null` unless every lap says its part. */
function total(parts: readonly (number | null)[]): number | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
