/** The row of one file: waiting, sending, what became of it. The same parts as in `web/pages/upload-panel.tsx`. */
import { IMPORTS, type ImportAnswer, importLine } from '../words/en/imports.ts';
import { element } from './elements.ts';

export interface FileRow {
  element: HTMLLIElement;
  waiting(): void;
  sending(): void;
  done(results: readonly ImportAnswer[]): void;
}

export function fileRow(name: string): FileRow {
  const title = element('span', { className: 'file-name', text: name });
  const row = element('li', {}, [title]);
  const show = (status: string, results: readonly HTMLElement[]): void => {
    row.dataset.status = status;
    row.replaceChildren(title, ...results);
  };
  const plain = (text: string): HTMLElement => element('span', { className: 'file-result', text });
  const made: FileRow = {
    element: row,
    waiting: () => show('waiting', [plain(IMPORTS.waiting)]),
    sending: () => show('sending', [plain(IMPORTS.sending)]),
    done: (results) => show(results[0]?.status ?? 'failed', results.map(resultLine)),
  };
  made.waiting();
  return made;
}

function resultLine(result: ImportAnswer): HTMLElement {
  const line = element('span', { className: 'file-result' });
  if (result.activityId !== undefined && result.status !== 'not-a-run') {
    const link = element('a', { text: importLine(result) });
    link.href = `/runs/${result.activityId}`;
    line.append(link);
  } else line.append(importLine(result));
  line.append(
    ...result.warnings.map((text) => element('span', { className: 'file-warning', text })),
  );
  return line;
}
