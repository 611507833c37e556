/** The row of one file: its name and what became of it. The same parts as `FileRow` in `web/pages/upload-panel.tsx`. */
import { type ImportAnswer, importLine } from '../../words/en/imports.ts';
import { element } from '../elements.ts';
import type { ImportRow } from './import-messages.ts';

export type Outcome = ImportAnswer['status'];

/** Of a file with several activities, what matters most. */
export function outcomeOf({ results }: ImportRow): Outcome {
  const order: readonly Outcome[] = ['failed', 'added', 'duplicate', 'not-a-run'];
  return order.find((outcome) => results.some(({ status }) => status === outcome)) ?? 'failed';
}

export function rowElement(row: ImportRow): HTMLLIElement {
  const { name, title, results } = row;
  const names = element('span', { className: 'file-name', text: title ?? name });
  if (title !== null) names.append(element('span', { className: 'file-path', text: name }));
  const made = element('li', {}, [names, ...results.flatMap(resultLines)]);
  made.dataset.status = outcomeOf(row);
  return made;
}

function resultLines(result: ImportAnswer): HTMLElement[] {
  const line = element('span', { className: 'file-result' });
  if (result.activityId !== undefined && result.status !== 'not-a-run') {
    const link = element('a', { text: importLine(result) });
    link.href = `/runs/${result.activityId}`;
    line.append(link);
  } else line.append(importLine(result));
  const warnings = result.warnings.map((text) =>
    element('span', { className: 'file-warning', text }),
  );
  return [line, ...warnings];
}
