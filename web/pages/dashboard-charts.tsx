/** The charts section: how far back, five figures, one stepper, the data they were made from. */
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { periodsOf } from '../chart-data/chart-data.ts';
import { chartDataFromView } from '../chart-data/chart-data-from-view.ts';
import { dashboardAddress } from '../chart-data/dashboard-address.ts';
import { RANGES, type Range } from '../chart-data/range.ts';
import { hasSymptoms } from '../chart-data/symptom-days.ts';
import { CHART_IDS, type ChartId, type ChartScene } from '../words/chart-words.ts';
import { chartWords } from '../words/en/charts.ts';
import { DASHBOARD, RANGE_NAMES } from '../words/en/dashboard.ts';
import { HILL_CHOICES } from '../words/en/hills-chart.ts';
import { periodRowName } from '../words/en/periods.ts';
import { SPEED_CHOICES } from '../words/en/speed-chart.ts';
import { ChartFigure } from './chart-figure.tsx';
import { DataBlock } from './data-block.tsx';
import { FlareLinks } from './flare-links.tsx';
import { HeelRaises } from './heel-raises.tsx';
import type { PageContext } from './page-context.ts';
import { PeriodStepper } from './period-stepper.tsx';

export interface DashboardChartsProps {
  context: PageContext;
  view: DashboardView;
  range: Range;
  week: LocalDate | null;
  on: LocalDate | null;
}

export function DashboardCharts({ context, view, range, week, on }: DashboardChartsProps) {
  const data = chartDataFromView(view);
  const periods = periodsOf(data, range);
  if (periods.length === 0) return null;
  const scene: ChartScene = {
    data,
    periods,
    selected: indexOfWeek(periods, week),
    units: context.units,
    choices: { hills: 'ascentM', speed: 'fast' },
  };
  const period = periods[scene.selected];
  return (
    <section class="charts" id="charts" aria-labelledby="charts-title" data-charts>
      <div class="charts-head">
        <h2 id="charts-title">{DASHBOARD.charts}</h2>
        <RangeLinks context={context} range={range} on={on} />
      </div>
      <noscript>
        <p class="notice">{DASHBOARD.noScript}</p>
      </noscript>
      <div class="chart-grid">
        {CHART_IDS.filter((id) => id !== 'symptoms' || hasSymptoms(data)).map((id) => (
          <ChartFigure
            id={id}
            words={chartWords(id, scene)}
            periodName={period === undefined ? '' : periodRowName(period, scene)}
          >
            <Choices id={id} />
          </ChartFigure>
        ))}
      </div>
      <HeelRaises view={view} />
      <FlareLinks context={context} view={view} />
      <PeriodStepper context={context} scene={scene} range={range} on={on} />
      <DataBlock
        id="chart-data"
        data={{ data, range, on, units: context.units, selected: scene.selected }}
      />
    </section>
  );
}

function indexOfWeek(periods: ChartScene['periods'], week: LocalDate | null): number {
  const index = periods.findIndex(({ end }) => week !== null && week <= end);
  return index === -1 ? periods.length - 1 : index;
}

interface RangeLinksProps {
  context: PageContext;
  range: Range;
  on: LocalDate | null;
}

function RangeLinks({ context, range, on }: RangeLinksProps) {
  return (
    <nav class="segments" aria-label={DASHBOARD.rangeLabel}>
      {RANGES.map((name) => (
        <a
          href={dashboardAddress(context.basePath || '/', { range: name, week: null, on })}
          data-range={name}
          aria-current={name === range ? 'true' : undefined}
        >
          {RANGE_NAMES[name]}
        </a>
      ))}
    </nav>
  );
}

function Choices({ id }: { id: ChartId }) {
  if (id === 'hills') return <Choice name="hills" options={HILL_CHOICES} />;
  if (id === 'speed') return <Choice name="speed" options={SPEED_CHOICES} />;
  return null;
}

/** The first option is chosen; it needs the browser's script and is not shown without. */
function Choice({ name, options }: { name: string; options: Record<string, string> }) {
  return (
    <fieldset class="segments choice" data-choice={name}>
      <legend class="visually-hidden">{DASHBOARD.showMeasure}</legend>
      {Object.entries(options).map(([value, label], index) => (
        <label>
          <input type="radio" name={`choice-${name}`} value={value} checked={index === 0} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
