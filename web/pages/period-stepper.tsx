/** One control that moves every chart: earlier and later as links, a range input where scripts run, the runs of the week. */
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { dashboardAddress } from '../chart-data/dashboard-address.ts';
import type { Period } from '../chart-data/period.ts';
import type { Range } from '../chart-data/range.ts';
import type { ChartScene } from '../words/chart-words.ts';
import { DASHBOARD } from '../words/en/dashboard.ts';
import { periodRowName } from '../words/en/periods.ts';
import type { PageContext } from './page-context.ts';
import { RunLink } from './run-link.tsx';
import { StepLink } from './step-link.tsx';

export interface PeriodStepperProps {
  context: PageContext;
  scene: ChartScene;
  range: Range;
  on: LocalDate | null;
}

export function PeriodStepper({ context, scene, range, on }: PeriodStepperProps) {
  const { periods, selected } = scene;
  const period = periods[selected] as Period;
  const label = period.kind === 'month' ? DASHBOARD.stepperMonth : DASHBOARD.stepper;
  const hrefOf = (to: Period | undefined) =>
    to && dashboardAddress(context.basePath || '/', { range, week: to.start, on });
  return (
    <section class="stepper" aria-label={label} data-stepper>
      <StepLink href={hrefOf(periods[selected - 1])} label={DASHBOARD.previous} step={-1} />
      <div class="stepper-middle">
        <div class="stepper-label">
          <strong data-part="period">{periodRowName(period, scene)}</strong>
          <PeriodRuns context={context} scene={scene} />
        </div>
        <label class="visually-hidden" for="period">
          {label}
        </label>
        <input
          id="period"
          type="range"
          min="0"
          max={periods.length - 1}
          value={selected}
          step="1"
          aria-valuetext={periodRowName(period, scene)}
        />
      </div>
      <StepLink href={hrefOf(periods[selected + 1])} label={DASHBOARD.next} step={1} />
    </section>
  );
}

function PeriodRuns({ context, scene }: { context: PageContext; scene: ChartScene }) {
  const period = scene.periods[scene.selected] as Period;
  const runs = scene.data.sessions.filter(({ date }) => date >= period.start && date <= period.end);
  return (
    <details class="period-runs">
      <summary data-part="run-count">{DASHBOARD.runs(period.runCount)}</summary>
      <ul class="run-links" data-part="runs" data-base-path={context.basePath}>
        {runs.length === 0 && <li class="no-runs">{DASHBOARD.noRuns}</li>}
        {runs.map((run) => (
          <RunLink context={context} run={run} />
        ))}
      </ul>
    </details>
  );
}
