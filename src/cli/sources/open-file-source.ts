/** A file on disk as a `ByteSource`: read piece by piece, never held whole. */
import { open } from 'node:fs/promises';
import type { ByteSource } from '../../archive/byte-source.ts';

export interface OpenFile {
  source: ByteSource;
  /** Every byte that was asked for, those read twice counted twice. */
  readBytes(): number;
  close(): Promise<void>;
}

/** Rejects as `open` does. Answers shorter than asked for are left to the reader to notice. */
export async function openFileSource(path: string): Promise<OpenFile> {
  const handle = await open(path);
  const { size } = await handle.stat();
  let readBytes = 0;
  return {
    source: {
      size,
      async read(start, end) {
        const bytes = new Uint8Array(end - start);
        let filled = 0;
        while (filled < bytes.length) {
          const { bytesRead } = await handle.read(
            bytes,
            filled,
            bytes.length - filled,
            start + filled,
          );
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        readBytes += filled;
        return bytes.subarray(0, filled);
      },
    },
    readBytes: () => readBytes,
    close: () => handle.close(),
  };
}
