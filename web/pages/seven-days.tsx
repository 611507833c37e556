/** Four numbers of the last seven days, each with its usual range. */
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import { loadReadingOn, measureOf } from '../chart-data/chart-data-from-view.ts';
import { USUAL_LEVEL_WORDS } from '../words/en/levels.ts';
import { SEVEN_DAYS, type SevenDaysItem, sevenDaysItems } from '../words/en/seven-days.ts';
import { LevelShape } from './level-mark.tsx';
import type { PageContext } from './page-context.ts';

export function SevenDays({ context, view }: { context: PageContext; view: DashboardView }) {
  if (view.lastSevenDays === null) return null;
  const { distanceM, ascentM, fastS } = view.lastSevenDays;
  const measures = {
    distanceM: measureOf(distanceM),
    ascentM: measureOf(ascentM),
    fastS: measureOf(fastS),
  };
  const load = view.loadLine && loadReadingOn(view.loadLine, view.asOf);
  const scale = view.loadLine?.medianWeekAeKm == null ? 'ae-km' : 'index';
  return (
    <section class="seven-days" aria-labelledby="seven-days-title">
      <h2 id="seven-days-title">{SEVEN_DAYS.title(view)}</h2>
      <dl>
        {sevenDaysItems(measures, load, scale, context.units).map((item) => (
          <Item item={item} />
        ))}
      </dl>
    </section>
  );
}

function Item({ item }: { item: SevenDaysItem }) {
  const isHigh = item.level === 'above' || item.level === 'well-above';
  return (
    <div>
      <dt>
        {item.name}
        {isHigh && (
          <span class="level" data-level={item.level}>
            <LevelShape level={item.level} />
            <span class="visually-hidden">{USUAL_LEVEL_WORDS[item.level]}</span>
          </span>
        )}
      </dt>
      <dd class="amount">{item.amount}</dd>
      <dd class="usual">{item.usual}</dd>
      {item.gauge !== null && (
        <dd class="gauge">
          <Gauge {...item.gauge} level={item.level} />
        </dd>
      )}
    </div>
  );
}

const GAUGE_WIDTH = 100;
/** How far the scale reaches beyond the larger of value and usual range. */
const GAUGE_REACH = 1.15;

function Gauge({
  value,
  low,
  high,
  level,
}: NonNullable<SevenDaysItem['gauge']> & Pick<SevenDaysItem, 'level'>) {
  const end = Math.max(value, high) * GAUGE_REACH || 1;
  const at = (amount: number): number => Math.round((GAUGE_WIDTH * amount) / end);
  return (
    <svg
      viewBox={`0 0 ${GAUGE_WIDTH} 8`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="gauge-track" x="0" y="2" width={GAUGE_WIDTH} height="4" />
      <rect
        class="gauge-band"
        x={at(low)}
        y="2"
        width={Math.max(1, at(high) - at(low))}
        height="4"
      />
      <rect
        class="gauge-value"
        data-level={level}
        x={Math.max(0, at(value) - 1)}
        y="0"
        width="2"
        height="8"
      />
    </svg>
  );
}
