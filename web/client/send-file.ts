/** One file to `POST /api/imports`, compressed on the way where the browser can. */
import { IMPORTS, type ImportAnswer } from '../words/en/imports.ts';

/** Never throws: what went wrong is a failed result in words. */
export async function sendFile(file: File): Promise<ImportAnswer[]> {
  if (file.size === 0) return [failed(IMPORTS.empty)];
  try {
    const response = await fetch(importUrl(file.name), {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: await compressed(file),
    });
    return await answerOf(response);
  } catch {
    return [failed(IMPORTS.offline)];
  }
}

function importUrl(name: string): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return `/api/imports?${new URLSearchParams({ name, timeZone })}`;
}

/** A body of known length: streaming uploads need HTTP/2 and are not in every browser. */
async function compressed(file: File): Promise<Blob> {
  if (file.name.toLowerCase().endsWith('.gz') || !('CompressionStream' in window)) return file;
  return new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

async function answerOf(response: Response): Promise<ImportAnswer[]> {
  if (response.ok) {
    const { results } = (await response.json()) as { results: ImportAnswer[] };
    return results;
  }
  const isProblem = response.headers.get('Content-Type')?.includes('problem+json') ?? false;
  const detail = isProblem ? ((await response.json()) as { detail: string }).detail : null;
  return [failed(detail ?? IMPORTS.refused)];
}

const failed = (reason: string): ImportAnswer => ({ status: 'failed', reason, warnings: [] });
