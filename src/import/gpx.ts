/**
 * A GPX file → its activities. GPX knows places and times, but no pauses, laps or distance: pauses are read from gaps,
 * distance is left to the analysis, and a track that names no sport is judged by its name or its speed.
 */
import type { Activity, Samples, Session } from '../analysis/activity.ts';
import { gapPauses } from '../analysis/gap-pauses.ts';
import { TRACK_BREAK_S, TRACKS_APART_S } from '../analysis/policy.ts';
import type { Result } from '../analysis/result.ts';
import { cumulativeOrNull } from './cumulative-distance.ts';
import type { DecodedFile } from './decode-file.ts';
import { utcOffset } from './fit/utc-offset.ts';
import { type GpxFile, type GpxTotals, type GpxTrack, readGpxTracks } from './gpx-tracks.ts';
import { type ImportError, routeWithoutTimes } from './import-error.ts';
import { sportOfTrack } from './sport-of-track.ts';
import { type TimeWindow, toTimeline } from './timeline.ts';
import { type DecodedActivity, decodedTracks } from './track-file.ts';
import { type Rows, type TrackPoints, trackSamples } from './track-points.ts';

export function decodeGpx(bytes: Uint8Array): Result<DecodedFile, ImportError> {
  const read = readGpxTracks(bytes);
  if (!read.ok) return read;
  const file = read.value;
  const hasPlaces = file.points.count + file.otherPoints > 0;
  return decodedTracks(
    file,
    recordings(file),
    (recording) => toActivity(file, recording),
    hasPlaces ? routeWithoutTimes() : null,
  );
}

/** A segment with times. */
interface Segment extends Rows, TimeWindow {
  track: GpxTrack;
  /** How many such segments its track has. */
  ofTrack: number;
}

/** Segments of one activity, by when they begin. */
type Recording = [Segment, ...Segment[]];

/** Apps begin a new track for each lap or pause, or put a year of activities into one file: time and type tell. */
function recordings({ tracks, points }: GpxFile): Recording[] {
  const segments = tracks
    .flatMap((track) => timedSegments(track, points))
    .sort((a, b) => a.startS - b.startS);
  const found: Recording[] = [];
  let endS = Number.NEGATIVE_INFINITY;
  for (const segment of segments) {
    const current = found.at(-1);
    const before = current?.at(-1);
    const apartS = before?.track === segment.track ? TRACK_BREAK_S : TRACKS_APART_S;
    const goesOn =
      before !== undefined &&
      before.track.type === segment.track.type &&
      segment.startS - endS <= apartS;
    if (goesOn) current?.push(segment);
    else found.push([segment]);
    endS = goesOn ? Math.max(endS, segment.endS) : segment.endS;
  }
  return found;
}

function timedSegments(track: GpxTrack, { columns: { timeS } }: TrackPoints): Segment[] {
  const segments = track.segments.flatMap(({ from, to }) => {
    let [startS, endS] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = from; row < to && row < timeS.length; row++) {
      const time = timeS[row] as number;
      if (time < startS) startS = time;
      if (time > endS) endS = time;
    }
    return endS >= startS ? [{ track, from, to, startS, endS, ofTrack: 0 }] : [];
  });
  for (const segment of segments) segment.ofTrack = segments.length;
  return segments;
}

function toActivity(file: GpxFile, segments: Recording): DecodedActivity {
  const breaks = segments.flatMap((segment, i) => {
    const startTimeS = segments[i - 1]?.endS ?? segment.startS;
    return segment.startS > startTimeS ? [{ startTimeS, endTimeS: segment.startS }] : [];
  });
  const recorded = trackSamples(file.points, segments);
  recorded.distanceM = cumulativeOrNull(recorded.distanceM);
  const { samples, warnings } = toTimeline(recorded, breaks, null);
  const pauses = gapPauses(samples, breaks);
  const pausedS = pauses.reduce((sum, pause) => sum + pause.endTimeS - pause.startTimeS, 0);
  const { track } = segments[0];
  const words = { type: track.type, name: track.name, creator: file.creator };
  const { sport, subSport, ...told } = sportOfTrack(words, samples, pauses);
  const activity: Activity = {
    sport,
    subSport,
    startTimeS: samples.timeS[0] as number,
    utcOffsetS: utcOffset(file.points.utcOffsetS),
    session: toSession(totalsOf(segments), samples, pausedS),
    laps: [],
    pauses,
    samples,
    device:
      file.creator === null
        ? null
        : { manufacturer: null, product: file.creator, serialNumber: null },
  };
  return { activity, warnings: [...warnings, ...told.warnings] };
}

/** A track's own totals hold for an activity that is all of that track and nothing else. */
function totalsOf(segments: Recording): GpxTotals {
  const [{ track, ofTrack }] = segments;
  const isWhole = segments.length === ofTrack && segments.every((part) => part.track === track);
  return isWhole ? track.totals : {};
}

function toSession(totals: GpxTotals, { timeS, count }: Samples, pausedS: number): Session {
  const spanS = (timeS[count - 1] as number) - (timeS[0] as number);
  return {
    // 0 is how programs write that they do not know.
    distanceM: totals.Distance || null,
    timerS: totals.TimerTime || spanS - pausedS,
    elapsedS: totals.TotalElapsedTime || spanS,
    ascentM: totals.Ascent ?? null,
    descentM: totals.Descent ?? null,
    avgCadenceSpm: null,
    avgHeartRateBpm: null,
    perceivedExertion: null,
  };
}
