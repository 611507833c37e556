import { describe, expect, it } from 'vitest';
import { encodeFit } from '../../fixtures/encode-fit.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { chained, settingsFile } from '../../fixtures/watch-file-variants.ts';
import { FIT_ACTIVITY, fitFileType } from '../../src/archive/fit-file-type.ts';

const run = encodeFit(syntheticRun({ segments: [{ speedMps: 2.8, durationS: 30 }] }));

describe('the type of a FIT file', () => {
  it('is in its first message', () => {
    expect(fitFileType(run)).toBe(FIT_ACTIVITY);
    expect(fitFileType(settingsFile())).toBe(2);
  });

  it.each([
    ['several files are chained', chained(settingsFile(), run)],
    ['the end is missing', settingsFile().slice(0, -5)],
    ['there is nothing', new Uint8Array(0)],
    ['it is something else', new TextEncoder().encode('<gpx>')],
  ])('is not known when %s', (_, bytes) => {
    expect(fitFileType(bytes)).toBeNull();
  });

  it('is read from big-endian files, and behind other fields', () => {
    // Definition of message 0 with the fields 1 (two bytes) and 0 (one byte), then its data.
    const message = [0x40, 0, 1, 0, 0, 2, 1, 2, 0x84, 0, 1, 0, 0x00, 0, 1, 32];
    const header = [12, 16, 0, 0, message.length, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54];
    expect(fitFileType(Uint8Array.of(...header, ...message, 0, 0))).toBe(32);
  });

  it('is not known when the file says that it does not know', () => {
    const message = [0x40, 0, 0, 0, 0, 1, 0, 1, 0, 0x00, 0xff];
    const header = [12, 16, 0, 0, message.length, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54];
    expect(fitFileType(Uint8Array.of(...header, ...message, 0, 0))).toBeNull();
  });
});
