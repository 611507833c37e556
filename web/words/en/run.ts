/** What the page of one run says. */
import type { RunExposure } from '../../../src/analysis/run-exposure.ts';
import type { HeaviestStretch, RunSegment } from '../../../src/analysis/segment-load.ts';
import type { SpeedExposure } from '../../../src/analysis/speed-exposure.ts';
import {
  formatClimb,
  formatDuration,
  formatGrade,
  formatLoad,
  formatMinutes,
  formatPace,
  formatRange,
  formatRunDistance,
  formatShare,
  loadNumber,
  paceNumber,
  paceUnit,
  type Units,
} from '../../format.ts';
import type { Source } from './correct.ts';
import { capitalised } from './levels.ts';

export const RUN = {
  clockWrong: (year: string) =>
    `This run is kept, but its watch’s clock was wrong (${year}), so it counts nowhere.`,
  back: 'Runs',
  started: (time: string): string => `Started ${time}`,
  week: (risen: string): string => `Part of 7 days above your usual range: ${risen}.`,
  previous: 'Run before',
  next: 'Run after',
  treadmill: 'Treadmill',
  totals: 'The run in numbers',
  course: 'Along the run',
  place: 'Look at a place',
  strip: 'Achilles load along the run',
  stripUnit: (unit: string): string => `estimated load per ${unit}`,
  hardest: 'Hardest part',
  segments: (units: Units): string => (units === 'km' ? 'Kilometre by kilometre' : 'Mile by mile'),
  notes: 'About this recording',
  file: 'File',
  noScript: (units: Units): string =>
    `The drawings need JavaScript. Every ${units === 'km' ? 'kilometre' : 'mile'} is in the table.`,
  unknown: 'not known',
  /** Of a run that is known by its totals alone. */
  needsCourse: 'only totals are known',
  courseNotKept:
    'Of what Strava told about the course, only these numbers are kept. Add the run’s file to see how it went from place to place.',
  modelRange:
    'Achilles load is a model estimate. Its range, low to high, covers one uncertainty only: how steeply damage grows with force (exponent 4 to 9).',
};

/** Less steep is not called a climb. */
const CLIMB_FROM_GRADE = 0.02;

/** `Km 6–8, a 9% climb, gave 31% of this run’s estimated Achilles load in 18% of its time.` */
export function hardestSentence(
  segments: readonly RunSegment[],
  heaviest: HeaviestStretch | null,
  units: Units,
): string {
  if (segments.length === 0) return 'The file does not tell how the run went from place to place.';
  if (heaviest === null) {
    return 'An even run: no part stands out in estimated Achilles load.';
  }
  const part = segments.slice(heaviest.first, heaviest.last + 1);
  const shares = `gave ${formatShare(heaviest.loadShare)} of this run’s estimated Achilles load in ${formatShare(heaviest.timeShare)} of its time.`;
  const why = whyHard(part, units);
  return `${segmentsName(heaviest, units)}${why === null ? '' : `, ${why},`} ${shares}`;
}

const segmentsName = ({ first, last }: HeaviestStretch, units: Units): string => {
  const name = units === 'km' ? 'km' : 'mile';
  const range = first === last ? String(first + 1) : `${first + 1}–${last + 1}`;
  return `${capitalised(name)} ${range}`;
};

function whyHard(part: readonly RunSegment[], units: Units): string | null {
  const metres = part.reduce((sum, { startM, endM }) => sum + endM - startM, 0);
  const riseM = part.reduce(
    (sum, { gradeFraction, startM, endM }) => sum + (gradeFraction ?? 0) * (endM - startM),
    0,
  );
  const grade = metres > 0 ? riseM / metres : 0;
  if (grade >= CLIMB_FROM_GRADE) return `a ${formatGrade(grade).slice(1)} climb`;
  const movingS = part.reduce((sum, segment) => sum + segment.movingS, 0);
  return movingS > 0 ? `at ${formatPace(metres / movingS, units)}` : null;
}

export interface Total {
  name: string;
  amount: string;
  detail: string | null;
}

/** What decides the words beside a total. */
export interface TotalsOf {
  source: Source;
  /** It is in no running number, so it was compared with none. */
  isLeftOut: boolean;
}

/** The run's totals; what nothing says of it is named, never 0. */
export function runTotals(
  exposure: Omit<RunExposure, 'cells'>,
  speed: SpeedExposure | null,
  units: Units,
  { source, isLeftOut }: TotalsOf = { source: 'file', isLeftOut: false },
): Total[] {
  const climbFrom = source === 'strava' ? 'from Strava' : 'from the watch';
  // Strava tells of no descent.
  const descentFrom = source === 'strava' ? 'from altitude' : 'from the watch';
  return [
    {
      name: 'Distance',
      amount: orUnknown(exposure.distanceM, (m) => formatRunDistance(m, units)),
      detail: null,
    },
    timeTotal(exposure),
    paceTotal(exposure, units),
    loadTotal(exposure),
    climbTotal('Climb', exposure.ascentM, exposure, climbFrom, units),
    climbTotal('Descent', exposure.descentM, exposure, descentFrom, units),
    fastTotal(speed, exposure, units, isLeftOut),
    cadenceTotal(exposure),
  ];
}

const orUnknown = (value: number | null, format: (value: number) => string): string =>
  value === null ? RUN.unknown : format(value);

const timeTotal = ({ timerS, elapsedS }: Omit<RunExposure, 'cells'>): Total => ({
  name: 'Time',
  amount: orUnknown(timerS, formatDuration),
  detail:
    timerS !== null && elapsedS !== null && Math.round(elapsedS - timerS) > 0
      ? `${formatDuration(elapsedS)} with pauses`
      : null,
});

const paceTotal = ({ distanceM, timerS }: Omit<RunExposure, 'cells'>, units: Units): Total => ({
  name: 'Pace',
  amount:
    distanceM === null || timerS === null || distanceM === 0 || timerS === 0
      ? RUN.unknown
      : formatPace(distanceM / timerS, units),
  detail: null,
});

const loadTotal = ({ load, loadOrigin }: Omit<RunExposure, 'cells'>): Total => ({
  name: 'Achilles load',
  amount: load === null ? RUN.unknown : formatLoad(load.loadAeKm),
  detail:
    load === null
      ? null
      : `model range ${formatRange(loadNumber(load.lowAeKm), loadNumber(load.highAeKm), '').trim()}${loadOrigin === 'session-average' ? ', from average pace' : ''}`,
});

const climbTotal = (
  name: string,
  metres: number | null,
  { ascentOrigin, loadOrigin }: Omit<RunExposure, 'cells'>,
  fromDevice: string,
  units: Units,
): Total => ({
  name,
  amount: orUnknown(metres, (m) => formatClimb(m, units)),
  detail:
    metres === null
      ? loadOrigin === 'session-average'
        ? RUN.needsCourse
        : 'no altitude'
      : ascentOrigin === 'device'
        ? fromDevice
        : 'from altitude',
});

const fastTotal = (
  speed: SpeedExposure | null,
  { loadOrigin }: Omit<RunExposure, 'cells'>,
  units: Units,
  isLeftOut: boolean,
): Total => ({
  name: 'Fast running',
  amount: speed === null ? RUN.unknown : formatMinutes(speed.fastS),
  detail:
    speed !== null
      ? `${formatRunDistance(speed.fastM, units)} at ${formatPace(speed.fastThresholdMps, units)} or faster`
      : isLeftOut
        ? 'told of runs that count'
        : loadOrigin === 'session-average'
          ? RUN.needsCourse
          : 'needs five runs before',
});

const cadenceTotal = ({ avgCadenceSpm }: Omit<RunExposure, 'cells'>): Total => ({
  name: 'Cadence',
  amount: orUnknown(avgCadenceSpm, (spm) => `${Math.round(spm)}\u00a0spm`),
  detail: avgCadenceSpm === null ? 'not recorded' : null,
});

/** Head and rows of the segment table; columns that the run lacks are left out. */
export function segmentTable(
  segments: readonly RunSegment[],
  units: Units,
): { head: string[]; rows: string[][] } {
  const hasGrade = segments.some(({ gradeFraction }) => gradeFraction !== null);
  const hasCadence = segments.some(({ cadenceSpm }) => cadenceSpm !== null);
  const dash = (value: number | null, format: (value: number) => string): string =>
    value === null ? '–' : format(value);
  return {
    head: [
      units === 'km' ? 'Km' : 'Mile',
      `Pace, ${paceUnit(units)}`,
      ...(hasGrade ? ['Grade'] : []),
      ...(hasCadence ? ['Cadence'] : []),
      'Time',
      'Load',
    ],
    rows: segments.map((segment, index) => [
      String(index + 1),
      dash(segment.speedMps, (speed) => paceNumber(speed, units)),
      ...(hasGrade ? [dash(segment.gradeFraction, formatGrade)] : []),
      ...(hasCadence ? [dash(segment.cadenceSpm, (spm) => String(Math.round(spm)))] : []),
      formatShare(segment.timeShare),
      formatShare(segment.loadShare),
    ]),
  };
}
