/** A chart with all it says in words: heading, finding, drawing, readout that is also the legend, table. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ChartId, ChartWords, ReadoutItem, TableWords } from '../words/chart-words.ts';
import { canvasLabel } from '../words/en/charts.ts';
import { DASHBOARD } from '../words/en/dashboard.ts';

export interface ChartFigureProps {
  id: ChartId;
  words: ChartWords;
  /** The name of the period looked at. */
  periodName: string;
  /** Controls above the drawing. */
  children?: Child;
}

export function ChartFigure({ id, words, periodName, children }: ChartFigureProps) {
  return (
    <figure class="card chart" id={id} data-chart={id} aria-labelledby={`${id}-title`}>
      <figcaption>
        <h3 id={`${id}-title`}>
          {words.title}
          {id === 'load' && <span class="tag">{DASHBOARD.modelEstimate}</span>}
        </h3>
        <p class="finding" data-part="finding">
          {words.finding}
        </p>
      </figcaption>
      <div class="chart-tools">
        <p class="axis-unit" data-part="unit">
          {words.unit}
        </p>
        {children}
      </div>
      <div class="chart-box">
        <canvas role="img" aria-label={canvasLabel(words)} />
      </div>
      <output class="readout" for="period" aria-live="off" data-part="readout">
        <ReadoutItems periodName={periodName} items={words.readout} />
      </output>
      <p class="chart-note" data-part="note">
        {words.note}
      </p>
      <details class="values">
        <summary>{DASHBOARD.table}</summary>
        <ValueTable title={words.title} table={words.table} />
      </details>
    </figure>
  );
}

/** Kept in step with `renderReadout` of the browser's script, which draws the same items again. */
function ReadoutItems({ periodName, items }: { periodName: string; items: ReadoutItem[] }) {
  return (
    <>
      <span class="readout-period">{periodName}</span>
      {items.map(({ swatch, name, value }) => (
        <span class="readout-item">
          {swatch !== null && <span class="swatch" data-swatch={swatch} />}
          <span class="readout-name">{name}</span> <span class="number">{value}</span>
        </span>
      ))}
    </>
  );
}

export function ValueTable({ title, table }: { title: string; table: TableWords }) {
  return (
    <section class="table-scroll" aria-label={title} tabindex={0}>
      <table>
        <thead>
          <tr data-part="head">
            {table.head.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody data-part="rows">{raw(table.rows.map(rowHtml).join(''))}</tbody>
      </table>
    </section>
  );
}

/** As text: a year of rows is thousands of cells, and an element for each costs more than all the rest of the page. */
const rowHtml = ([name = '', ...cells]: readonly string[]): string =>
  `<tr><th scope="row">${escaped(name)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
