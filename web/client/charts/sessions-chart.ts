/** Session spikes: each run as a mark at its percentage against the 30-day longest; a stem where it is flagged. */
import type { SessionPoint } from '../../chart-data/period.ts';
import { positionOf } from '../../chart-data/positions.ts';
import { formatChange } from '../../format.ts';
import type { ChartScene } from '../../words/chart-words.ts';
import { sessionMark, sessionsOf } from '../../words/en/sessions-chart.ts';
import { periodAxes } from './axes.ts';
import type { ChartSpec } from './chart-spec.ts';
import type { Palette } from './palette.ts';

/** Longer is drawn at the edge: the words carry the number. */
const CLIP_PERCENT = 100;

const SHAPES = { run: 'circle', 'run-above': 'triangle', 'run-well-above': 'rectRot' } as const;
const RADII = { run: 2.5, 'run-above': 6, 'run-well-above': 7 } as const;

export function sessionsChart(scene: ChartScene, palette: Palette): ChartSpec {
  const compared = sessionsOf(scene).filter(({ longestBefore }) => longestBefore !== null);
  const marks = compared.map((point) => sessionMark(point, scene));
  const colours = {
    run: palette.usual,
    'run-above': palette.above,
    'run-well-above': palette.wellAbove,
  };
  const points = compared.map((point) => ({
    x: positionOf(point.date, scene.periods),
    y: Math.min(CLIP_PERCENT, percentOf(point)),
  }));
  return {
    datasets: [
      {
        type: 'line',
        label: 'runs',
        data: points,
        showLine: false,
        clip: 8,
        pointStyle: marks.map((mark) => SHAPES[mark]),
        pointRadius: marks.map((mark) => RADII[mark]),
        pointBackgroundColor: marks.map((mark) => colours[mark]),
        pointBorderColor: palette.surface,
        pointBorderWidth: marks.map((mark) => (mark === 'run' ? 0 : 1)),
      },
      {
        type: 'bar',
        label: 'stems',
        data: points.filter((_, index) => marks[index] !== 'run'),
        backgroundColor: marks.filter((mark) => mark !== 'run').map((mark) => colours[mark]),
        barThickness: 2,
        stack: 'stems',
      },
    ],
    options: periodAxes(
      scene.periods,
      {
        min: -CLIP_PERCENT,
        max: CLIP_PERCENT,
        ticks: [-100, -50, 0, 50, 100],
        format: (percent) => (percent === 0 ? '0%' : formatChange(1 + percent / 100)),
      },
      palette,
    ),
    bands: [],
    limits: [{ value: Math.round((scene.data.sessionRatios.above - 1) * 100) }],
  };
}

const percentOf = ({ longestBefore }: SessionPoint): number =>
  longestBefore === null ? Number.NaN : (longestBefore.ratio - 1) * 100;
