/** Heel raises of both sides over the year: a line for each, and every count in a table. Drawn without a script. */
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import { daysBetween } from '../../src/analysis/local-date.ts';
import { DASHBOARD } from '../words/en/dashboard.ts';
import { HEEL_RAISES, heelRaisesFinding, heelRaisesRows } from '../words/en/heel-raises.ts';
import { ValueTable } from './chart-figure.tsx';

const WIDTH = 600;
const HEIGHT = 120;
const MARGIN = 8;
const MARK = 4;

type Counts = NonNullable<DashboardView['symptoms']>['heelRaises'];

export function HeelRaises({ view }: { view: DashboardView }) {
  const counts = view.symptoms?.heelRaises ?? [];
  if (counts.length === 0) return null;
  const finding = heelRaisesFinding(counts, view.today);
  return (
    <figure class="card chart heel-raises" aria-labelledby="heel-raises-title">
      <figcaption>
        <h3 id="heel-raises-title">{HEEL_RAISES.title}</h3>
        <p class="finding">{finding}</p>
      </figcaption>
      {counts.length > 1 && (
        <>
          <Trend counts={counts} label={`${HEEL_RAISES.title}. ${finding}`} />
          <p class="readout heel-legend">
            <span class="readout-item">
              <span class="swatch" data-swatch="heel-left" /> {HEEL_RAISES.left}
            </span>
            <span class="readout-item">
              <span class="swatch" data-swatch="heel-right" /> {HEEL_RAISES.right}
            </span>
          </p>
        </>
      )}
      <p class="chart-note">{HEEL_RAISES.note}</p>
      <details class="values">
        <summary>{DASHBOARD.table}</summary>
        <ValueTable
          title={HEEL_RAISES.title}
          table={{ head: HEEL_RAISES.head, rows: heelRaisesRows(counts, view.today) }}
        />
      </details>
    </figure>
  );
}

/** From none at the bottom to the most ever counted at the top; days as far apart as they were. */
function Trend({ counts, label }: { counts: Counts; label: string }) {
  const first = counts[0] as Counts[number];
  const last = counts[counts.length - 1] as Counts[number];
  const days = Math.max(1, daysBetween(first.date, last.date));
  const most = Math.max(1, ...counts.flatMap(({ left, right }) => [left, right]));
  const places = (side: 'left' | 'right') =>
    counts.map((count) => ({
      x: Math.round(MARGIN + ((WIDTH - 2 * MARGIN) * daysBetween(first.date, count.date)) / days),
      y: Math.round(HEIGHT - MARGIN - ((HEIGHT - 2 * MARGIN) * count[side]) / most),
    }));
  const [left, right] = [places('left'), places('right')];
  const line = (points: typeof left) => points.map(({ x, y }) => `${x},${y}`).join(' ');
  return (
    <svg class="heel-trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line class="ground" x1="0" x2={WIDTH} y1={HEIGHT - MARGIN} y2={HEIGHT - MARGIN} />
      <polyline class="heel-left" points={line(left)} />
      <polyline class="heel-right" points={line(right)} />
      {left.map(({ x, y }) => (
        <circle class="heel-left" cx={x} cy={y} r={MARK} />
      ))}
      {right.map(({ x, y }) => (
        <rect class="heel-right" x={x - MARK} y={y - MARK} width={2 * MARK} height={2 * MARK} />
      ))}
    </svg>
  );
}
