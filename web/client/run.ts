/** The run page's cursor: one slider, or a finger on any drawing, moves them all. */
import type { RunChartData } from '../chart-data/run-chart-data.ts';
import type { Units } from '../format.ts';
import { placeItems, placeText, type RunChartId } from '../words/en/run-place.ts';
import { element, part, readDataBlock } from './elements.ts';
import { onThemeChange } from './theme.ts';

interface RunBlock {
  data: RunChartData;
  units: Units;
  index: number;
}

export async function startRun(root: HTMLElement): Promise<void> {
  const block = readDataBlock<RunBlock>('run-data');
  const slider = root.querySelector<HTMLInputElement>('input[type=range]');
  if (slider === null) throw new Error('The run has no cursor.');
  const canvases = new Map(
    [...root.querySelectorAll<HTMLElement>('[data-run-chart]')].flatMap((figure) => {
      const canvas = figure.querySelector('canvas');
      return canvas === null ? [] : [[figure.dataset.runChart as RunChartId, canvas] as const];
    }),
  );
  const { runDrawings } = await import('./charts/run-drawings.ts');
  const drawings = runDrawings(root, canvases, block, select);
  drawings.show();
  drawings.mark(block.index);
  slider.addEventListener('input', () => select(slider.valueAsNumber));
  onThemeChange(() => drawings.show());

  function select(index: number): void {
    const items = placeItems(block.data, index, block.units);
    slider?.setAttribute('aria-valuetext', placeText(items));
    if (slider) slider.value = String(index);
    part(root, 'place').replaceChildren(
      ...items.map(({ name, value }) =>
        element('span', { className: 'readout-item' }, [
          element('span', { className: 'readout-name', text: name }),
          document.createTextNode(' '),
          element('span', { className: 'number', text: value }),
        ]),
      ),
    );
    drawings.mark(index);
  }
}
