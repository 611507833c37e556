/**
 * `node --expose-gc test/bench/walk-once.ts ARCHIVE source|stream`: one walk in a process of its own, so that its memory
 * can be told from that of whoever made the archive. Prints a `WalkCost` as JSON.
 */
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { ByteSource } from '../../src/archive/byte-source.ts';
import { walkArchive } from '../../src/archive/walk-archive.ts';

export interface WalkCost {
  archiveMB: number;
  files: number;
  rawMB: number;
  seconds: number;
  cpuSeconds: number;
  largestFileMB: number;
  /** What the walk added to the process at most, the file just handed out included. */
  peakRssGrowthMB: number;
}

const MB = 1e6;

const [path = '', way = 'source'] = process.argv.slice(2);
const handle = await open(path);
const { size } = await handle.stat();
const cost = await walkCost(way === 'stream' ? createReadStream(path) : fileSource(handle, size));
await handle.close();
process.stdout.write(JSON.stringify({ archiveMB: size / MB, ...cost }));

async function walkCost(
  source: ByteSource | AsyncIterable<Uint8Array>,
): Promise<Omit<WalkCost, 'archiveMB'>> {
  globalThis.gc?.();
  const rssBefore = process.memoryUsage.rss();
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  let [files, rawBytes, largest, peakRss] = [0, 0, 0, rssBefore];
  for await (const event of walkArchive(source, { name: 'export.zip' })) {
    if (event.type !== 'file') continue;
    files++;
    rawBytes += event.bytes.length;
    largest = Math.max(largest, event.bytes.length);
    if (files % 10 === 0) peakRss = Math.max(peakRss, process.memoryUsage.rss());
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    files,
    rawMB: rawBytes / MB,
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / MB,
    largestFileMB: largest / MB,
    peakRssGrowthMB: (peakRss - rssBefore) / MB,
  };
}

function fileSource(handle: FileHandle, size: number): ByteSource {
  return {
    size,
    async read(start, end) {
      const bytes = new Uint8Array(end - start);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
      return bytes.subarray(0, bytesRead);
    },
  };
}
