/** The rows of an import: a few at a time in the page, however many there are; failed ones first, then the latest. */
import { IMPORTS } from '../../words/en/imports.ts';
import { element, part } from '../elements.ts';
import type { ImportRow } from './import-messages.ts';
import { type OnRowAction, type Outcome, outcomeOf, rowElement } from './import-row.ts';
import { perform } from './row-action.ts';

type Filter = 'all' | Outcome;

export interface ImportList {
  put(rows: readonly ImportRow[]): void;
  clear(): void;
  rows(): readonly ImportRow[];
}

const FILTERS: readonly Filter[] = ['all', 'added', 'duplicate', 'not-a-run', 'failed'];
const SHOWN_FIRST = 10;
const SHOWN_MORE = 100;
/** Failed files must not hide that others come in. */
const FAILED_FIRST = 5;

export interface ImportListOptions {
  /** The runner has changed what became of a row. */
  onChange(): void;
  onFailure(): void;
}

export function importList(root: HTMLElement, options: ImportListOptions): ImportList {
  const list = root.querySelector<HTMLElement>('[data-upload-list]') as HTMLElement;
  const more = part(root, 'more');
  const byId = new Map<string, ImportRow>();
  const elements = new WeakMap<ImportRow, HTMLLIElement>();
  /** Rows whose outcome the runner has changed: they stay where that was done, so that it can be taken back. */
  const changedHere = new Set<string>();
  const filters = filterButtons(root, (next) => {
    choose(next);
    render();
  });
  let filter: Filter = 'all';
  let limit = SHOWN_FIRST;

  function choose(next: Filter): void {
    filter = next;
    limit = SHOWN_FIRST;
    changedHere.clear();
  }

  const isOfFilter = (row: ImportRow): boolean =>
    filter === 'all' || outcomeOf(row) === filter || changedHere.has(row.id);

  function render(): void {
    const latestFirst = [...byId.values()].reverse();
    if (!latestFirst.some(isOfFilter)) choose('all');
    filters.render(latestFirst, filter);
    const all = latestFirst.filter(isOfFilter);
    const shown = filter === 'all' ? mixed(all, limit) : all.slice(0, limit);
    reconcile(list, shown.map(elementOf));
    more.hidden = all.length <= shown.length;
  }

  function elementOf(row: ImportRow): HTMLLIElement {
    const made = elements.get(row) ?? rowElement(row, (...change) => act(row, ...change));
    elements.set(row, made);
    return made;
  }

  async function act(row: ImportRow, ...[action, index, button]: Parameters<OnRowAction>) {
    button.disabled = true;
    const isDone = await perform(action);
    button.disabled = false;
    if (isDone) {
      const changed = { ...row, results: row.results.with(index, action.done) };
      byId.set(row.id, changed);
      changedHere.add(row.id);
      render();
      options.onChange();
      focus(elements.get(changed));
    } else {
      options.onFailure();
      button.focus();
    }
  }

  more.addEventListener('click', () => {
    const next = list.children.length;
    limit += SHOWN_MORE;
    render();
    focus(list.children[next]);
  });
  return {
    put(rows) {
      for (const row of rows) {
        byId.delete(row.id);
        byId.set(row.id, row);
      }
      render();
    },
    clear() {
      byId.clear();
      choose('all');
      render();
    },
    rows: () => [...byId.values()],
  };
}

function mixed(rows: readonly ImportRow[], limit: number): ImportRow[] {
  const failed = rows.filter((row) => outcomeOf(row) === 'failed');
  const others = rows.filter((row) => outcomeOf(row) !== 'failed');
  const first = failed.slice(0, Math.max(FAILED_FIRST, limit - others.length));
  return [...first, ...others.slice(0, Math.max(0, limit - first.length))];
}

/** Moves as little as possible: an element that is moved loses the focus. */
function reconcile(list: HTMLElement, wanted: readonly HTMLElement[]): void {
  const keep = new Set<Element>(wanted);
  for (const child of [...list.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((element, index) => {
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
  });
}

function focus(row: Element | undefined): void {
  if (!(row instanceof HTMLElement)) return;
  row.tabIndex = -1;
  row.focus();
}

function filterButtons(root: HTMLElement, onChange: (filter: Filter) => void) {
  const group = part(root, 'filters');
  const counts = new Map<Filter, HTMLElement>();
  for (const filter of FILTERS) {
    const input = element('input');
    Object.assign(input, { type: 'radio', name: 'import-filter', value: filter });
    input.addEventListener('change', () => onChange(filter));
    const count = element('span', { className: 'number' });
    const text = `${IMPORTS.typedOutcome[filter]} `;
    group.append(element('label', {}, [input, document.createTextNode(text), count]));
    counts.set(filter, count);
  }
  return {
    render(rows: readonly ImportRow[], chosen: Filter): void {
      const tally = new Map<Filter, number>([['all', rows.length]]);
      for (const row of rows) {
        const outcome = outcomeOf(row);
        tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
      }
      for (const [filter, count] of counts) {
        const number = tally.get(filter) ?? 0;
        const label = count.parentElement as HTMLElement;
        count.textContent = number.toLocaleString('en-GB');
        (label.querySelector('input') as HTMLInputElement).checked = filter === chosen;
        // One that is chosen stays, or its owner could not leave it.
        label.hidden = number === 0 && filter !== chosen;
      }
      group.hidden = tally.size < 3 && chosen === 'all';
    },
  };
}
