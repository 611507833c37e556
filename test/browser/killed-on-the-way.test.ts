import { describe, expect, it } from 'vitest';
import { proveArchiveImport } from '../proof/archive-import.ts';

/** As `npm run proof:archive` does with 2,000 activities. */
const ORDER = { activities: 40, seed: 3, runS: 1800 };

describe.runIf(process.platform === 'linux')('an archive of everything that exports hold', () => {
  it('comes in with nothing lost, doubled or sent twice while the browser and the server are killed', async () => {
    const { differences } = await proveArchiveImport(ORDER, () => undefined);
    expect(differences).toEqual([]);
  });
});
