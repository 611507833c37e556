/** What one decoder makes of a file, given as bytes or as text: for tests of its format. */
import { expect } from 'vitest';
import type { Activity } from '../../src/analysis/activity.ts';
import type { Result } from '../../src/analysis/result.ts';
import type { DecodedFile } from '../../src/import/decode-file.ts';
import type { ImportError } from '../../src/import/import-error.ts';

export function readingWith(decode: (bytes: Uint8Array) => Result<DecodedFile, ImportError>) {
  const read = (file: Uint8Array | string) =>
    decode(typeof file === 'string' ? new TextEncoder().encode(file) : file);

  function decoded(file: Uint8Array | string): DecodedFile {
    const result = read(file);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  }

  /** Of a file of one activity. */
  function only(file: Uint8Array | string): Activity {
    const { activities } = decoded(file);
    expect(activities).toHaveLength(1);
    return activities[0] as Activity;
  }

  function errorOf(file: Uint8Array | string): ImportError {
    const result = read(file);
    if (result.ok) throw new Error('expected an error');
    return result.error;
  }

  return { decoded, only, errorOf };
}

/** Of the warnings. */
export const kinds = ({ warnings }: DecodedFile) => warnings.map(({ kind }) => kind);
