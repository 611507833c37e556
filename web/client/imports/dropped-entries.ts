/** All files of dropped folders, with the folders they lie in. */
import type { ChosenFile } from './import-messages.ts';

export async function filesOf(entries: readonly (FileSystemEntry | null)[]): Promise<ChosenFile[]> {
  const files: ChosenFile[] = [];
  const left = entries.filter((entry) => entry !== null);
  for (let entry = left.pop(); entry !== undefined; entry = left.pop()) {
    if (entry.isDirectory) left.push(...(await childrenOf(entry as FileSystemDirectoryEntry)));
    else {
      const file = await fileOf(entry as FileSystemFileEntry);
      if (file !== null) files.push({ file, path: entry.fullPath.replace(/^\//, '') });
    }
  }
  return files;
}

/** A folder tells its content in portions; the last one is empty. One that cannot be read counts as empty. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (portion.length === 0) return children;
    children.push(...portion);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)));
