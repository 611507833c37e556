import { expect, it } from 'vitest';
import { decodeSummary } from '../../../src/import/fit/fit-sdk.ts';
import { readStructure } from '../../../src/import/fit/read-structure.ts';
import { FitActivity } from './fit-activity.ts';

it('what made the SDK give up is told, and what it had decoded by then is kept', () => {
  const { bytes } = new FitActivity().session({ distanceCm: 100_000 });
  const sound = readStructure(bytes.file(), 14, 14 + bytes.length).summary.bytes;
  expect(decodeSummary(sound).failure).toBeNull();
  // A message whose local number nobody defined.
  const { summary, failure } = decodeSummary(Uint8Array.from([...sound, 0x0d, 0, 0]));
  expect(failure).not.toBeNull();
  expect(summary.sessions.map(({ distanceM }) => distanceM)).toEqual([1000]);
});
