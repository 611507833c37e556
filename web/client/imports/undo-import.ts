/** Takes back all that one import added, or brings it back. Resolves to whether the site did it. */
export async function undoImport(batch: string, action: 'undo' | 'redo'): Promise<boolean> {
  try {
    const response = await fetch(`/api/imports/batches/${batch}/${action}`, { method: 'POST' });
    return response.ok;
  } catch {
    return false;
  }
}
