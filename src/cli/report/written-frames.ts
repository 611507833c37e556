/** Frames written to files, one after the other. */

import { basename } from 'node:path';
import { err, ok, type Result } from '../../analysis/result.ts';
import type { LiveLine } from '../live-line.ts';
import { csvOf, type DataFrame } from './data-frame.ts';
import { csvFileOf, type FrameTargets, writeFrameFile } from './frame-files.ts';

/** The files written, or a sentence: what stood in the way of one. Those written before it stay. */
export async function writtenFrames(
  frames: Record<string, DataFrame>,
  { csvFolder, xlsxFile, force }: FrameTargets,
  live: LiveLine,
): Promise<Result<string[], string>> {
  const contents: [file: string, content: () => Promise<string | Uint8Array>][] = [];
  if (csvFolder !== null) {
    for (const [name, frame] of Object.entries(frames)) {
      contents.push([csvFileOf(csvFolder, name), async () => csvOf(frame)]);
    }
  }
  if (xlsxFile !== null) {
    contents.push([xlsxFile, async () => (await import('./workbook.ts')).workbookOf(frames)]);
  }
  for (const [index, [file, content]] of contents.entries()) {
    live.update(() => `Writing ${basename(file)} · ${index + 1} of ${contents.length}`);
    const written = await writeFrameFile(file, await content(), force);
    if (!written.ok) return err(written.error);
  }
  return ok(contents.map(([file]) => file));
}
