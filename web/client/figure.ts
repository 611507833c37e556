/** Writes a chart's words into its figure: the same parts, in the same order, as `web/pages/chart-figure.tsx`. The table is written apart: it is long. */
import type { ChartWords, ReadoutItem } from '../words/chart-words.ts';
import { canvasLabel } from '../words/en/charts.ts';
import { element, part } from './elements.ts';

export function renderFigure(figure: HTMLElement, words: ChartWords, periodName: string): void {
  part(figure, 'finding').textContent = words.finding;
  part(figure, 'note').textContent = words.note;
  part(figure, 'unit').textContent = words.unit;
  figure.querySelector('canvas')?.setAttribute('aria-label', canvasLabel(words));
  renderReadout(figure, words, periodName);
}

export function renderReadout(figure: HTMLElement, words: ChartWords, periodName: string): void {
  part(figure, 'readout').replaceChildren(
    element('span', { className: 'readout-period', text: periodName }),
    ...words.readout.map(readoutItem),
  );
}

function readoutItem({ swatch, name, value }: ReadoutItem): HTMLElement {
  const item = element('span', { className: 'readout-item' });
  if (swatch !== null) {
    const mark = element('span', { className: 'swatch' });
    mark.dataset.swatch = swatch;
    item.append(mark);
  }
  item.append(
    element('span', { className: 'readout-name', text: name }),
    ' ',
    element('span', { className: 'number', text: value }),
  );
  return item;
}

export function renderTable(figure: HTMLElement, { table }: ChartWords): void {
  const cell = (text: string, scope: 'col' | 'row'): HTMLTableCellElement => {
    const made = element('th', { text });
    made.scope = scope;
    return made;
  };
  part(figure, 'head').replaceChildren(...table.head.map((text) => cell(text, 'col')));
  part(figure, 'rows').replaceChildren(
    ...table.rows.map(([name = '', ...values]) =>
      element('tr', {}, [cell(name, 'row'), ...values.map((text) => element('td', { text }))]),
    ),
  );
}
