/** What a runner can do about a warning of a file: its own sentence says what happened and what was kept. */
import type { WarningKind } from '../../../src/analysis/activity.ts';

/** `null`: nothing needs to be done. Keyed by the type, so that a new kind cannot be forgotten here. */
export const WARNING_ADVICE: Record<WarningKind, string | null> = {
  'bad-crc': 'If its numbers look wrong, copy the file from the watch again.',
  truncated: 'Copy the file from the watch again if the end is missing.',
  damaged: 'Copy the file from the watch again if part of the run is missing.',
  'clock-not-set': 'Set the clock of the watch, for instance by syncing it, before the next run.',
  'time-jump': null,
  'recording-gap': 'If the distance is wrong, correct it below.',
  'distance-calibrated': 'If the total is wrong, correct it below.',
  'speed-glitch': null,
  'altitude-glitch': null,
  'climb-contradicted': null,
  'grade-unknown': null,
  'no-samples': null,
  'no-positions': 'If it was on a treadmill, correct the surface below.',
  'no-distance': 'If you know how far it was, correct the distance below.',
  'local-time-unknown': 'If it is on the wrong day, set your time zone in Settings.',
  'samples-outside-sessions': null,
  'suspect-sport': 'If that is wrong, correct it below.',
  'heart-rate-like-cadence':
    'Wear the watch tighter, or a chest strap, if the heart rate matters to you.',
  'sdk-decode-failed': null,
  'summary-missing': null,
};
