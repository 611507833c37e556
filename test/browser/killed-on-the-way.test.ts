import { describe, expect, it } from 'vitest';
import { proveArchiveImport } from '../proof/archive-import.ts';

/** As `npm run proof:archive` does with 2,000 activities. */
const ORDER = { activities: 40, seed: 3, runS: 900 };
/** Two starts of the server and three of the browser, on a machine that is busy with other things. */
const TIMEOUT_MS = 240_000;

describe.runIf(process.platform === 'linux')('an archive of everything that exports hold', () => {
  it(
    'comes in with nothing lost, doubled or sent twice while the browser and the server are killed',
    async () => {
      const { differences } = await proveArchiveImport(ORDER, () => undefined);
      expect(differences).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
