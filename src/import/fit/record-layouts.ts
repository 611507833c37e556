/**
 * The different definitions of `record` messages in a segment, each held once: some writers define anew before every
 * message, and a definition in memory is forty times its bytes in the file.
 */
import { MOST_LAYOUT_FIELDS } from './fit-limits.ts';
import type { MessageDefinition } from './message-definition.ts';

/** Reserved byte and header, which holds the local number. */
const BYTES_BEFORE_LAYOUT = 2;

export class RecordLayouts {
  readonly #byBytes = new Map<string, MessageDefinition>();
  #fields = 0;

  /** The first definition that was like `definition`, which lies in `bytes` from `start` on; `null` where there are too many. */
  known(definition: MessageDefinition, bytes: Uint8Array, start: number): MessageDefinition | null {
    const layout = bytes.subarray(start + BYTES_BEFORE_LAYOUT, start + definition.byteLength);
    const key = String.fromCharCode(...layout);
    const before = this.#byBytes.get(key);
    if (before !== undefined) return before;
    this.#fields += 1 + definition.fields.length + definition.developerFields.length;
    if (this.#fields > MOST_LAYOUT_FIELDS) return null;
    this.#byBytes.set(key, definition);
    return definition;
  }
}
