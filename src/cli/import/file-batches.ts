/**
 * Watch files in batches, so that the server can be asked about many at once: closed by number or by size, whichever
 * comes first, since a batch is held in memory. Other events go to `onOther` in their order.
 */
import type { FoundFile, SourceEvent } from '../sources/source-event.ts';

export const BATCH_FILES = 100;
export const BATCH_BYTES = 16_000_000;

export async function* fileBatches(
  events: AsyncIterable<SourceEvent>,
  onOther: (event: Exclude<SourceEvent, FoundFile>) => void,
): AsyncGenerator<FoundFile[], void> {
  let batch: FoundFile[] = [];
  let bytes = 0;
  for await (const event of events) {
    if (event.type !== 'file') {
      onOther(event);
      continue;
    }
    batch.push(event);
    bytes += event.bytes.length;
    if (batch.length < BATCH_FILES && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
