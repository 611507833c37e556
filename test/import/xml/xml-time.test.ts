import { describe, expect, it } from 'vitest';
import { xmlTime } from '../../../src/import/xml/xml-time.ts';

const SEVEN_S = Date.UTC(2026, 2, 2, 7) / 1000;

describe('a time in XML', () => {
  it.each([
    ['2026-03-02T07:00:00Z', SEVEN_S, null],
    ['2026-03-02T07:00:00.250Z', SEVEN_S + 0.25, null],
    ['2026-03-02T07:00:00,250Z', SEVEN_S + 0.25, null],
    ['2026-03-02T07:00:00', SEVEN_S, null],
    ['2026-03-02 07:00:00 Z', SEVEN_S, null],
    ['2026-3-2T7:00:00z', SEVEN_S, null],
    ['2026-03-02T09:00:00+02:00', SEVEN_S, 7200],
    ['2026-03-02T09:00:00+0200', SEVEN_S, 7200],
    ['2026-03-01T21:30:00-09:30', SEVEN_S, -9.5 * 3600],
    ['2026-03-02T12:45:00+05:45', SEVEN_S, 5.75 * 3600],
    ['2026-03-02T07:00:00+00:00', SEVEN_S, 0],
    ['2026-03-01T24:00:00Z', SEVEN_S - 7 * 3600, null],
  ])('%s is a moment', (text, unixS, offsetS) => {
    expect(xmlTime(text)).toEqual({ unixS, offsetS });
  });

  it.each([
    '',
    '07:00:00',
    '2026-03-02',
    '2026-13-02T07:00:00Z',
    '2026-03-32T07:00:00Z',
    '2026-03-02T25:00:00Z',
    '1772434800',
    'yesterday',
  ])('"%s" is none', (text) => {
    expect(xmlTime(text)).toBeNull();
  });
});
