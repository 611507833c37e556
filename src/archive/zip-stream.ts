/**
 * Writes a ZIP while its files come: each is stored as it is, and gone before the next is asked for. For up to 65,535 files
 * and 4 GB: beyond those a ZIP needs fields that fflate does not write.
 */
import { Zip, ZipPassThrough } from 'fflate';

export interface ZippedFile {
  path: string;
  content: Uint8Array;
}

/** The archive in pieces; no path may come twice. */
export async function* zipStream(files: AsyncIterable<ZippedFile>): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    written.push(piece);
  });
  for await (const { path, content } of files) {
    const entry = new ZipPassThrough(path);
    zip.add(entry);
    entry.push(content, true);
    yield* written.splice(0);
  }
  zip.end();
  yield* written.splice(0);
}
