/** A gzip file as an interrupted download leaves it. */
import { gzipSync } from 'node:zlib';
import { truncated } from '../../fixtures/watch-file-variants.ts';

export const cutGzip = (content: Uint8Array): Uint8Array => truncated(gzipSync(content));
