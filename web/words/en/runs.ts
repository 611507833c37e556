/** Words of the list of runs. */
import { climbUnit, distanceUnit, paceUnit, type Units } from '../../format.ts';
import { counted } from './levels.ts';

export const RUNS = {
  title: 'Runs',
  empty: 'No runs yet.',
  add: 'Add files',
  demo: 'Try with demo data',
  yearLabel: 'Year',
  columns: (units: Units) => ({
    day: 'Day',
    distance: `Distance, ${distanceUnit(units)}`,
    time: 'Time',
    pace: `Pace, ${paceUnit(units)}`,
    climb: `Climb, ${climbUnit(units)}`,
    fast: `Fast, ${distanceUnit(units)}`,
    load: 'Load, AE-km',
  }),
  treadmill: 'Treadmill',
  unknown: '–',
};

export const monthSummary = (runs: number, distance: string): string =>
  `${counted(runs, 'run')}, ${distance}`;
