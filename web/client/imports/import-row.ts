/** The row of one file: its name and what became of it. The same parts as `FileRow` in `web/pages/upload-panel.tsx`. */
import { hasRunPage, type ImportAnswer, importLine } from '../../words/en/import-answer.ts';
import { element } from '../elements.ts';
import type { ImportRow } from './import-messages.ts';
import { type RowAction, rowActionOf } from './row-action.ts';

export type Outcome = ImportAnswer['status'];

/** `index`: of the result that is changed by it. */
export type OnRowAction = (action: RowAction, index: number, button: HTMLButtonElement) => void;

/** Of a file with several activities, what matters most. */
export function outcomeOf({ results }: ImportRow): Outcome {
  const order: readonly Outcome[] = ['failed', 'added', 'duplicate', 'not-a-run'];
  return order.find((outcome) => results.some(({ status }) => status === outcome)) ?? 'failed';
}

export function rowElement(row: ImportRow, onAction: OnRowAction): HTMLLIElement {
  const { name, title, results } = row;
  const names = element('span', { className: 'file-name', text: title ?? name });
  if (title !== null) names.append(element('span', { className: 'file-path', text: name }));
  const lines = results.flatMap((result, index) => [
    ...resultLines(result),
    ...actionButton(result, index, onAction),
  ]);
  const made = element('li', {}, [names, ...lines]);
  made.dataset.status = outcomeOf(row);
  return made;
}

function resultLines(result: ImportAnswer): HTMLElement[] {
  const line = element('span', { className: 'file-result' });
  if (hasRunPage(result)) {
    const link = element('a', { text: importLine(result) });
    link.href = `/runs/${result.activityId}`;
    line.append(link);
  } else line.append(importLine(result));
  const warnings = result.warnings.map((text) =>
    element('span', { className: 'file-warning', text }),
  );
  return [line, ...warnings];
}

function actionButton(
  result: ImportAnswer,
  index: number,
  onAction: OnRowAction,
): HTMLButtonElement[] {
  const action = rowActionOf(result);
  if (action === null) return [];
  const made = element('button', { className: 'quiet', text: action.text });
  made.type = 'button';
  made.addEventListener('click', () => onAction(action, index, made));
  return [made];
}
