/**
 * Files and folders chosen, or dropped anywhere on the page. Small, for it is on every page: what handles them is fetched
 * when the first of them comes, or when an import was interrupted here.
 */
import { IMPORTS } from '../../words/en/imports.ts';
import { element, part } from '../elements.ts';
import { droppedHandles, pickHandles } from './given-handles.ts';
import type { Choice, ChosenFile } from './import-messages.ts';
import type { ImportPanel } from './import-panel.ts';
import { hasUnfinishedImport } from './unfinished-import.ts';

export function acceptFiles(): void {
  const root = document.querySelector<HTMLElement>('[data-upload]');
  if (root === null) return;
  let panel: Promise<ImportPanel> | undefined;
  const load = (): Promise<ImportPanel> => {
    panel ??= import('./import-panel.ts').then(({ importPanel }) => importPanel(root));
    return panel;
  };
  const take = async (choice: Promise<Choice>): Promise<void> => {
    root.hidden = false;
    try {
      (await load()).add(await choice);
    } catch {
      panel = undefined;
      showFailure(root);
    }
  };
  for (const input of root.querySelectorAll<HTMLInputElement>('input[type=file]')) {
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].map(chosenFile);
      void take(Promise.resolve({ files, handles: [] }));
      input.value = '';
    });
    if (!input.webkitdirectory) pickHandles(input, (choice) => void take(choice));
  }
  acceptDrops((transfer) => {
    // Of what was dropped, only what is asked for during the event can be read afterwards.
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
    const handles = droppedHandles(transfer);
    const files = [...transfer.files].map(chosenFile);
    const isFolder = entries.some((entry) => entry?.isDirectory);
    const all = isFolder
      ? import('./dropped-entries.ts').then(({ filesOf }) => filesOf(entries))
      : Promise.resolve(files);
    void take(Promise.all([all, handles]).then(([files, handles]) => ({ files, handles })));
  });
  if (hasUnfinishedImport()) void load();
}

const chosenFile = (file: File): ChosenFile => ({
  file,
  path: file.webkitRelativePath || file.name,
});

function acceptDrops(onDrop: (transfer: DataTransfer) => void): void {
  const carriesFiles = (event: DragEvent): boolean =>
    event.dataTransfer?.types.includes('Files') ?? false;
  const highlight = (isOn: boolean): void => {
    document.body.classList.toggle('is-dropping', isOn);
  };
  addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    highlight(true);
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) highlight(false);
  });
  addEventListener('drop', (event) => {
    if (!carriesFiles(event) || event.dataTransfer === null) return;
    event.preventDefault();
    highlight(false);
    onDrop(event.dataTransfer);
  });
}

/** Offline, or a chunk of an older release. */
function showFailure(root: HTMLElement): void {
  const box = part(root, 'interrupted');
  box.hidden = false;
  box.replaceChildren(element('p', { text: IMPORTS.cannotStart }));
}
