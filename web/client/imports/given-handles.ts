/**
 * Handles of what is chosen or dropped, where the browser gives them (File System Access): with them an interrupted import
 * can go on without choosing again. Small, for it is on every page.
 */
import type { Choice } from './import-messages.ts';

/** Not in TypeScript's DOM library yet, and not in every browser. */
interface Picker {
  showOpenFilePicker?(options: { multiple: true }): Promise<FileSystemFileHandle[]>;
}
type HandleItem = DataTransferItem & {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
};

/** The button of `input` opens the picker that gives handles; where that fails, the input's own. */
export function pickHandles(
  input: HTMLInputElement,
  onChoice: (choice: Promise<Choice>) => void,
): void {
  const { showOpenFilePicker } = window as Picker;
  let isOwn = showOpenFilePicker === undefined;
  input.addEventListener('click', async (event) => {
    if (isOwn) return;
    event.preventDefault();
    try {
      const handles = (await showOpenFilePicker?.call(window, { multiple: true })) ?? [];
      onChoice(chosen(handles));
    } catch (error) {
      if ((error as DOMException).name === 'AbortError') return;
      isOwn = true;
      input.click();
    }
  });
}

async function chosen(handles: FileSystemFileHandle[]): Promise<Choice> {
  const files = await Promise.all(handles.map((handle) => handle.getFile()));
  return { files: files.map((file) => ({ file, path: file.name })), handles };
}

/** Call while the drop is handled; afterwards the browser gives none. */
export async function droppedHandles({ items }: DataTransfer): Promise<FileSystemHandle[]> {
  const asked = [...items].map((item: HandleItem) => item.getAsFileSystemHandle?.() ?? null);
  const handles: (FileSystemHandle | null)[] = await Promise.all(asked).catch(() => []);
  return handles.filter((handle) => handle !== null);
}
