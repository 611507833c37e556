/** One file to `POST /api/imports`, compressed on the way, and what the site says became of it. */
import type { ImportAnswer } from '../../words/en/import-answer.ts';
import { IMPORTS } from '../../words/en/imports.ts';
import type { Site } from './site.ts';

export interface FileToSend {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Of the import, for undoing all of it. */
  batch: string;
  timeZone: string;
  /** From the export's table. */
  title: string | null;
  gear: string | null;
  sportHint: string | null;
}

/** `isFinal`: the site has read the file and would say the same again. */
export interface SendResult {
  results: ImportAnswer[];
  isFinal: boolean;
}

/** Beyond it the site refuses names; their ends tell more than their beginnings. */
const MAX_NAME_LENGTH = 255;

/**
 * `null` once the import was cancelled, `no-runner` when those are gone whom `isFirst` does not make. Never throws: what went
 * wrong is a failed result in words.
 */
export async function sendFile(
  file: FileToSend,
  site: Site,
  isFirst: boolean,
): Promise<SendResult | 'no-runner' | null> {
  const { name, bytes, batch, timeZone, title, gear, sportHint } = file;
  const query = new URLSearchParams({ name: name.slice(-MAX_NAME_LENGTH), timeZone, batch });
  for (const [key, value] of Object.entries({ title, gear, sportHint })) {
    if (value !== null) query.set(key, value);
  }
  if (!isFirst) query.set('runner', 'known');
  const body = await gzipped(bytes);
  const path = `/api/imports?${query}`;
  const response = await site.post(path, body, 'application/octet-stream', isFirst);
  if (response === null) return null;
  if (response.status === 401) return 'no-runner';
  try {
    return await resultOf(response);
  } catch {
    return { results: [failed(IMPORTS.refused)], isFinal: false };
  }
}

async function resultOf(response: Response): Promise<SendResult> {
  if (response.ok) {
    const { results } = (await response.json()) as { results: ImportAnswer[] };
    return { results, isFinal: true };
  }
  const isProblem = response.headers.get('Content-Type')?.includes('problem+json') ?? false;
  const detail = isProblem ? ((await response.json()) as { detail: string }).detail : null;
  return { results: [failed(detail ?? IMPORTS.refused)], isFinal: false };
}

export const failed = (reason: string): ImportAnswer => ({
  status: 'failed',
  reason,
  warnings: [],
});

/** A body of known length: streaming uploads need HTTP/2 and are not in every browser. */
function gzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(packed).blob();
}
