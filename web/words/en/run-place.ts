/** What one place of a run says: the readout of the shared cursor, and the names of the charts. */
import { distanceAt, type RunChartData } from '../../chart-data/run-chart-data.ts';
import {
  climbUnit,
  formatGrade,
  formatPace,
  formatRunDistance,
  inClimbUnit,
  paceUnit,
  type Units,
} from '../../format.ts';

export const RUN_CHART_IDS = ['pace', 'altitude', 'cadence'] as const;
export type RunChartId = (typeof RUN_CHART_IDS)[number];

export const RUN_CHARTS: Record<RunChartId, { title: string; unit: (units: Units) => string }> = {
  pace: { title: 'Pace', unit: (units) => `min ${paceUnit(units)}, faster is higher` },
  altitude: { title: 'Altitude', unit: climbUnit },
  cadence: { title: 'Cadence', unit: () => 'steps per minute' },
};

/** Said instead of a drawing that has nothing to draw. */
export const RUN_CHART_MISSING: Record<RunChartId, string> = {
  pace: 'No pace was recorded.',
  altitude: 'No altitude was recorded: hills of this run are not known.',
  cadence: 'No cadence was recorded.',
};

export const hasChart = (data: RunChartData, id: RunChartId): boolean => {
  const column = { pace: data.speedMps, altitude: data.altitudeM, cadence: data.cadenceSpm }[id];
  return column?.some((value) => value !== null) ?? false;
};

export interface PlaceItem {
  name: string;
  value: string;
}

/** The place in numbers, its distance first. */
export function placeItems(data: RunChartData, index: number, units: Units): PlaceItem[] {
  const altitude = data.altitudeM?.[index] ?? null;
  const grade = data.gradeFraction?.[index] ?? null;
  const cadence = data.cadenceSpm?.[index] ?? null;
  const heartRate = data.heartRateBpm?.[index] ?? null;
  const speed = data.speedMps[index] ?? null;
  return [
    { name: 'At', value: formatRunDistance(distanceAt(data, index), units) },
    { name: 'Pace', value: speed === null ? 'not recorded' : formatPace(speed, units) },
    ...(altitude === null ? [] : [{ name: 'Altitude', value: altitudeWords(altitude, units) }]),
    ...(grade === null ? [] : [{ name: 'Grade', value: formatGrade(grade) }]),
    ...(cadence === null ? [] : [{ name: 'Cadence', value: `${cadence}\u00a0spm` }]),
    ...(heartRate === null ? [] : [{ name: 'Heart rate', value: `${heartRate}\u00a0bpm` }]),
  ];
}

const altitudeWords = (altitudeM: number, units: Units): string =>
  `${Math.round(inClimbUnit(altitudeM, units))}\u00a0${climbUnit(units)}`;

export const placeText = (items: readonly PlaceItem[]): string =>
  items.map(({ name, value }) => `${name} ${value}`).join(', ');
