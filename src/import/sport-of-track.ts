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
  /** `null` when the words were clear. */
  warning: Warning | null;
}

export function sportOfTrack(
  { type, name, creator }: TrackWords,
  samples: Samples,
  pauses: readonly Pause[],
): TrackSport {
  const byType = type === null ? null : sportOfType(type, creator);
  const named = byType ?? (name === null ? null : sportOfName(name));
  if (named !== null) return { ...named, warning: null };
  return movesLikeRunning(samples, pauses)
    ? { sport: 'running', subSport: null, warning: TAKEN_FOR_RUN }
    : { sport: 'generic', subSport: null, warning: NOT_TAKEN_FOR_RUN };
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
