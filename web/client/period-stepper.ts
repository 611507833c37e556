/** The control that moves every chart: buttons, range input, the runs of the period. */
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { dashboardAddress } from '../chart-data/dashboard-address.ts';
import type { Period } from '../chart-data/period.ts';
import type { Range } from '../chart-data/range.ts';
import { formatRunDistance, formatWeekdayDay } from '../format.ts';
import type { ChartScene } from '../words/chart-words.ts';
import { DASHBOARD } from '../words/en/dashboard.ts';
import { periodRowName } from '../words/en/periods.ts';
import { element, part } from './elements.ts';

export interface PeriodStepper {
  render(scene: ChartScene, range: Range): void;
}

/** `on` is the past day looked back at: it stays in every address. */
export function periodStepper(
  root: HTMLElement,
  on: LocalDate | null,
  onSelect: (index: number) => void,
): PeriodStepper {
  const stepper = root.querySelector<HTMLElement>('[data-stepper]');
  const slider = stepper?.querySelector<HTMLInputElement>('input[type=range]');
  if (!stepper || !slider) throw new Error('The charts have no stepper.');
  slider.addEventListener('input', () => onSelect(slider.valueAsNumber));
  const steps = [...stepper.querySelectorAll<HTMLAnchorElement>('[data-step]')];
  for (const step of steps) {
    step.addEventListener('click', (event) => {
      event.preventDefault();
      onSelect(slider.valueAsNumber + Number(step.dataset.step));
    });
  }
  return {
    render(scene, range) {
      const { periods, selected } = scene;
      const period = periods[selected] as Period;
      const name = periodRowName(period, scene);
      slider.max = String(periods.length - 1);
      slider.value = String(selected);
      slider.setAttribute('aria-valuetext', name);
      part(stepper, 'period').textContent = name;
      renderRuns(stepper, scene);
      for (const step of steps) {
        const to = periods[selected + Number(step.dataset.step)];
        renderStep(step, to && dashboardAddress('', { range, week: to.start, on }));
      }
    },
  };
}

/** A step that leads nowhere stays in place, and says so. */
function renderStep(step: HTMLAnchorElement, href: string | undefined): void {
  if (href === undefined) {
    step.removeAttribute('href');
    step.setAttribute('role', 'link');
    step.setAttribute('aria-disabled', 'true');
    return;
  }
  step.href = href;
  step.removeAttribute('role');
  step.removeAttribute('aria-disabled');
}

function renderRuns(stepper: HTMLElement, { data, periods, selected, units }: ChartScene): void {
  const period = periods[selected] as Period;
  const list = part(stepper, 'runs');
  const basePath = list.dataset.basePath ?? '';
  const runs = data.sessions.filter(({ date }) => date >= period.start && date <= period.end);
  part(stepper, 'run-count').textContent = DASHBOARD.runs(period.runCount);
  const none = element('li', { className: 'no-runs', text: DASHBOARD.noRuns });
  list.replaceChildren(
    ...(runs.length === 0 ? [none] : []),
    ...runs.map(({ runId, date, distanceM }) => {
      const link = element('a', {}, [
        element('span', { text: formatWeekdayDay(date) }),
        element('span', { className: 'number', text: formatRunDistance(distanceM, units) }),
      ]);
      link.href = `${basePath}/runs/${runId}`;
      return element('li', {}, [link]);
    }),
  );
}
