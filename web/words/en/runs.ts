/** Words of the list of runs. */
import { counted } from './levels.ts';

export const RUNS = {
  title: 'Runs',
  empty: 'No runs yet.',
  add: 'Add files',
  demo: 'Try with demo data',
  yearLabel: 'Year',
  columns: {
    day: 'Day',
    distance: 'Distance',
    time: 'Time',
    pace: 'Pace',
    climb: 'Climb',
    fast: 'Fast',
    load: 'Load, AE-km',
  },
  treadmill: 'Treadmill',
  unknown: '–',
};

export const monthSummary = (runs: number, distance: string): string =>
  `${counted(runs, 'run')}, ${distance}`;
