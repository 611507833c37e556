/** Moves the charts section without reloading: range, week, choices. Words are those the server wrote, drawn again. */
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { type ChartData, periodsOf } from '../chart-data/chart-data.ts';
import type { Period } from '../chart-data/period.ts';
import { parseRange, type Range } from '../chart-data/range.ts';
import type { Units } from '../format.ts';
import {
  CHART_IDS,
  type ChartChoices,
  type ChartId,
  type ChartScene,
} from '../words/chart-words.ts';
import { chartWords } from '../words/en/charts.ts';
import { periodRowName } from '../words/en/periods.ts';
import { readDataBlock } from './elements.ts';
import { renderFigure, renderReadout, renderTable } from './figure.ts';
import { lazyDrawings, nextTask } from './lazy-drawings.ts';
import { periodStepper } from './period-stepper.ts';
import { onThemeChange } from './theme.ts';

interface ChartBlock {
  data: ChartData;
  range: Range;
  on: LocalDate | null;
  units: Units;
  selected: number;
}

export function startDashboard(root: HTMLElement): void {
  const { data, range, on, units, selected } = readDataBlock<ChartBlock>('chart-data');
  const figures = new Map(
    [...root.querySelectorAll<HTMLElement>('[data-chart]')].map((figure) => [
      figure.dataset.chart as ChartId,
      figure,
    ]),
  );
  let shown = range;
  let scene: ChartScene = {
    data,
    units,
    selected,
    periods: periodsOf(data, range),
    choices: { hills: 'ascentM', speed: 'fast' },
  };
  const drawings = lazyDrawings(root, figures, () => scene, select);
  const stepper = periodStepper(root, on, select);

  function select(index: number): void {
    const next = Math.min(Math.max(index, 0), scene.periods.length - 1);
    if (next === scene.selected) return;
    scene = { ...scene, selected: next };
    for (const [id, figure] of figures) {
      renderReadout(figure, chartWords(id, scene), selectedName());
    }
    stepper.render(scene, shown);
    drawings.mark();
  }

  /** Sentences at once; then each table and drawing in a task of its own, unless the runner has moved on. */
  async function change(
    next: Partial<ChartScene>,
    ids: readonly ChartId[] = CHART_IDS,
  ): Promise<void> {
    const changed = { ...scene, ...next };
    scene = changed;
    for (const id of ids) {
      const figure = figures.get(id);
      if (figure !== undefined) renderFigure(figure, chartWords(id, scene), selectedName());
    }
    for (const id of ids) {
      await nextTask();
      if (scene.periods !== changed.periods) return;
      const figure = figures.get(id);
      if (figure !== undefined) renderTable(figure, chartWords(id, scene));
      drawings.redraw(id);
    }
  }

  const selectedName = (): string => periodRowName(scene.periods[scene.selected] as Period, scene);

  onRange(root, (next) => {
    shown = next;
    const periods = periodsOf(data, next);
    void change({ periods, selected: indexNear(periods, scene) });
    stepper.render(scene, shown);
  });
  onChoice(root, (choices) => {
    const [name] = Object.keys(choices) as (keyof ChartChoices)[];
    void change({ choices: { ...scene.choices, ...choices } }, name === undefined ? [] : [name]);
  });
  onThemeChange(() => drawings.recolour());
}

/** The period that holds the day looked at; the last one when it lay at the end. */
function indexNear(periods: readonly Period[], scene: ChartScene): number {
  const { start } = scene.periods[scene.selected] as Period;
  const index = periods.findIndex(({ end }) => start <= end);
  const wasLast = scene.selected === scene.periods.length - 1;
  return wasLast || index === -1 ? periods.length - 1 : index;
}

function onRange(root: HTMLElement, listener: (range: Range) => void): void {
  const links = [...root.querySelectorAll<HTMLAnchorElement>('[data-range]')];
  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      for (const other of links) other.removeAttribute('aria-current');
      link.setAttribute('aria-current', 'true');
      history.replaceState(null, '', link.href);
      listener(parseRange(link.dataset.range));
    });
  }
}

function onChoice(root: HTMLElement, listener: (choices: Partial<ChartChoices>) => void): void {
  for (const group of root.querySelectorAll<HTMLElement>('[data-choice]')) {
    group.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) {
        listener({ [group.dataset.choice as string]: target.value });
      }
    });
  }
}
