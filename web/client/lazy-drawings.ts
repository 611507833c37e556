/** Fetches Chart.js when a figure comes near the view, and draws each figure in a task of its own. */
import type { ChartId, ChartScene } from '../words/chart-words.ts';
import { DASHBOARD } from '../words/en/dashboard.ts';
import type { DashboardDrawings } from './charts/dashboard-drawings.ts';
import { element } from './elements.ts';

const NEAR = '240px 0px';

export interface LazyDrawings {
  /** The period looked at has changed. */
  mark(): void;
  redraw(id: ChartId): void;
  recolour(): void;
}

export function lazyDrawings(
  root: HTMLElement,
  figures: ReadonlyMap<ChartId, HTMLElement>,
  currentScene: () => ChartScene,
  onPeriod: (index: number) => void,
): LazyDrawings {
  const drawn = new Set<ChartId>();
  let loaded: DashboardDrawings | undefined;
  let loading: Promise<DashboardDrawings> | undefined;
  let isMarking = false;

  const draw = (id: ChartId): void => {
    const canvas = figures.get(id)?.querySelector('canvas');
    if (canvas && loaded !== undefined) loaded.show(id, canvas, currentScene());
  };
  const observer = new IntersectionObserver(
    async (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        observer.unobserve(target);
        try {
          loading ??= load(root, onPeriod);
          loaded = await loading;
        } catch {
          showFailure(root);
          observer.disconnect();
          return;
        }
        await nextTask();
        const id = target.dataset.chart as ChartId;
        drawn.add(id);
        draw(id);
      }
    },
    { rootMargin: NEAR },
  );
  for (const figure of figures.values()) observer.observe(figure);

  return {
    mark() {
      // A slider moves faster than five drawings: at most once a frame.
      if (isMarking) return;
      isMarking = true;
      requestAnimationFrame(() => {
        isMarking = false;
        loaded?.mark(currentScene());
      });
    },
    redraw(id) {
      if (drawn.has(id)) draw(id);
    },
    recolour() {
      loaded?.forgetColours();
      for (const id of drawn) draw(id);
    },
  };
}

async function load(
  root: HTMLElement,
  onPeriod: (index: number) => void,
): Promise<DashboardDrawings> {
  const { dashboardDrawings } = await import('./charts/dashboard-drawings.ts');
  return dashboardDrawings(root, onPeriod);
}

/** Lets input and paint through between two drawings. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Offline, or a chunk of an older release: the tables still hold every value. */
function showFailure(root: HTMLElement): void {
  const notice = element('p', { className: 'notice', text: DASHBOARD.chartsFailed });
  notice.setAttribute('role', 'status');
  root.querySelector('.charts-head')?.after(notice);
  root.classList.add('without-drawings');
}
