/**
 * Which sport each activity of a decoded file is taken for, whatever its format: what the file says; where it says nothing,
 * what the archive around it says; and what cannot have been a run is none, whoever calls it one. The runner's own word
 * comes later and holds against all of this.
 */
import type { Activity, Warning } from '../analysis/activity.ts';
import { isBeyondRunning, isQuickWithoutSteps } from './beyond-running.ts';
import type { DecodedFile } from './decode-file.ts';
import { type NamedSport, sportOfType } from './sport-of-words.ts';

/** `sportHint`: the sport as the archive around the file names it. */
export function believedSports(file: DecodedFile, sportHint: string | null): DecodedFile {
  const hinted = sportHint === null ? null : sportOfType(sportHint, null);
  const { activities, warnings, records } = hinted === null ? file : withHint(file, hinted);
  const isRide = activities.map(
    (activity) => activity.sport === 'running' && isBeyondRunning(activity),
  );
  if (!isRide.includes(true)) {
    const isQuick = activities.some(
      (activity) => activity.sport === 'running' && isQuickWithoutSteps(activity),
    );
    return { activities, warnings: isQuick ? [...warnings, QUICK_FOR_A_RUN] : warnings, records };
  }
  const instead = hinted === null || hinted.sport === 'running' ? ANOTHER_SPORT : hinted;
  return {
    activities: activities.map((activity, i) =>
      isRide[i] ? { ...activity, ...instead } : activity,
    ),
    warnings: [...warnings, BEYOND_RUNNING],
    records,
  };
}

/**
 * A file that names no sport warns of it, once for each activity. `generic` names none either: it is all that a TCX file can
 * say of what is neither a run nor a ride, and all that a watch says of an activity that its runner named later.
 */
function withHint(file: DecodedFile, sport: NamedSport): DecodedFile {
  const isGuess = ({ kind }: Warning) => kind === 'suspect-sport';
  const isUnnamed =
    file.warnings.filter(isGuess).length >= file.activities.length ||
    file.activities.every((activity) => activity.sport === 'generic');
  if (!isUnnamed) return file;
  return {
    ...file,
    activities: file.activities.map((activity): Activity => ({ ...activity, ...sport })),
    warnings: file.warnings.filter((warning) => !isGuess(warning)),
  };
}

const ANOTHER_SPORT: NamedSport = { sport: 'generic', subSport: null };

const BEYOND_RUNNING: Warning = {
  kind: 'suspect-sport',
  message:
    'The file calls this a run, but nobody runs like that: it moves like a ride and was kept as another sport.',
};

const QUICK_FOR_A_RUN: Warning = {
  kind: 'suspect-sport',
  message:
    'This is as fast as the fastest runners, and no steps were counted: it was kept as a run, but it may have been a ride.',
};
