/** Which sport a track is of: by its type, else by its name, else, with a warning, by how fast it moves. */
import type { Pause, Samples, Warning } from '../analysis/activity.ts';
import { movesLikeRunning } from './moves-like-running.ts';
import { type NamedSport, sportOfName, sportOfType } from './sport-of-words.ts';

export interface TrackWords {
  /** Of the track, or of the activity. */
  type: string | null;
  name: string | null;
  /** The program that wrote the file. */
  creator: string | null;
}

export interface TrackSport extends NamedSport {
  /** None when the words were clear. */
  warnings: Warning[];
}

export function sportOfTrack(
  { type, name, creator }: TrackWords,
  samples: Samples,
  pauses: readonly Pause[],
): TrackSport {
  const byType = type === null ? null : sportOfType(type, creator);
  const named = byType ?? (name === null ? null : sportOfName(name));
  if (named !== null) return { ...named, warnings: [] };
  return movesLikeRunning(samples, pauses)
    ? { sport: 'running', subSport: null, warnings: [TAKEN_FOR_RUN] }
    : { sport: 'generic', subSport: null, warnings: [NOT_TAKEN_FOR_RUN] };
}

const TAKEN_FOR_RUN: Warning = {
  kind: 'suspect-sport',
  message: 'The file does not say which sport this was: by its speed it was taken for a run.',
};

const NOT_TAKEN_FOR_RUN: Warning = {
  kind: 'suspect-sport',
  message:
    'The file does not say which sport this was, and it does not move like a run: it was kept as another sport.',
};
