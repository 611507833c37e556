/** Session spikes: each run against the longest of the 30 days before it. */
import type { Period, SessionPoint } from '../../chart-data/period.ts';
import {
  formatChange,
  formatDay,
  formatDayNear,
  formatRunDistance,
  formatWeekdayDay,
} from '../../format.ts';
import type { ChartScene, ChartWords, ReadoutItem, Swatch } from '../chart-words.ts';
import { counted } from './levels.ts';

export function sessionsWords(scene: ChartScene): ChartWords {
  const points = sessionsOf(scene);
  const { above, wellAbove } = scene.data.sessionRatios;
  return {
    title: 'Session spikes',
    unit: '% against the longest run of the 30 days before',
    finding: finding(points, scene),
    note: null,
    readout: [
      ...furthestItem(scene),
      { swatch: 'limit', name: `Flag line, ${formatChange(above)}`, value: '' },
      { swatch: 'run-above', name: 'Beyond it', value: '' },
      { swatch: 'run-well-above', name: `Beyond ${formatChange(wellAbove)}`, value: '' },
    ],
    get table() {
      return {
        head: ['Run', 'Distance', 'Longest of the 30 days before', 'Change'],
        rows: points.map((point) => row(point, scene)).reverse(),
      };
    },
  };
}

/** The runs a scene draws: all of the weeks shown, or the furthest of each month. */
export function sessionsOf({ data, periods }: ChartScene): SessionPoint[] {
  const [first, last] = [periods[0] as Period, periods[periods.length - 1] as Period];
  if (first.kind === 'month') return periods.flatMap(({ topSession }) => topSession ?? []);
  return data.sessions.filter(({ date }) => date >= first.start && date <= last.end);
}

const isBeyond = (point: SessionPoint, ratio: number): boolean =>
  point.longestBefore !== null && point.longestBefore.ratio > ratio;

export function sessionMark(
  point: SessionPoint,
  { data }: ChartScene,
): 'run' | 'run-above' | 'run-well-above' {
  if (isBeyond(point, data.sessionRatios.wellAbove)) return 'run-well-above';
  return isBeyond(point, data.sessionRatios.above) ? 'run-above' : 'run';
}

const changeOf = ({ longestBefore }: SessionPoint): string =>
  longestBefore === null ? 'no run to compare' : formatChange(longestBefore.ratio);

function row(point: SessionPoint, { units, data }: ChartScene): string[] {
  const { longestBefore } = point;
  return [
    formatDayNear(point.date, data.today),
    formatRunDistance(point.distanceM, units),
    longestBefore === null
      ? 'none'
      : `${formatRunDistance(longestBefore.distanceM, units)}, ${formatDay(longestBefore.date)}`,
    longestBefore === null ? '–' : changeOf(point),
  ];
}

/** The run of the period looked at that went furthest beyond what came before. */
function furthestItem(scene: ChartScene): ReadoutItem[] {
  const { start, end } = scene.periods[scene.selected] as Period;
  const ratioOf = (point: SessionPoint): number => point.longestBefore?.ratio ?? -1;
  const [top] = sessionsOf(scene)
    .filter(({ date }) => date >= start && date <= end)
    .sort((a, b) => ratioOf(b) - ratioOf(a));
  if (top === undefined) return [{ swatch: 'run', name: 'No run', value: '' }];
  const swatch: Swatch = sessionMark(top, scene);
  const distance = formatRunDistance(top.distanceM, scene.units);
  return [{ swatch, name: formatWeekdayDay(top.date), value: `${distance}, ${changeOf(top)}` }];
}

function finding(points: readonly SessionPoint[], scene: ChartScene): string {
  const limit = formatChange(scene.data.sessionRatios.above).slice(1);
  const beyond = points.filter((point) => sessionMark(point, scene) !== 'run');
  const last = beyond[beyond.length - 1];
  if (last === undefined) {
    return `No run went more than ${limit} beyond the longest of the 30 days before it.`;
  }
  const which = `${formatRunDistance(last.distanceM, scene.units)} on ${formatDayNear(last.date, scene.data.today)} (${changeOf(last)})`;
  const sentence = `${counted(beyond.length, 'run')} went more than ${limit} beyond the longest of the 30 days before`;
  return beyond.length === 1 ? `${sentence}: ${which}.` : `${sentence}; the last: ${which}.`;
}
