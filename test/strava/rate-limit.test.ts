import { describe, expect, it } from 'vitest';
import {
  NO_RATE_REPORT,
  rateReport,
  refusal,
  windowEndS,
  windowStartS,
} from '../../src/strava/rate-limit.ts';

const at = (iso: string) => Date.parse(iso) / 1000;

describe('headers', () => {
  it('tell limits and use of the quarter-hour and the day', () => {
    const headers = new Headers({
      'x-ratelimit-limit': '200,2000',
      'x-ratelimit-usage': '3, 40',
      'X-ReadRateLimit-Limit': '100,1000',
      'X-ReadRateLimit-Usage': '2,39',
    });
    expect(rateReport(headers)).toEqual({
      overall: { quarterHour: { limit: 200, used: 3 }, day: { limit: 2000, used: 40 } },
      reads: { quarterHour: { limit: 100, used: 2 }, day: { limit: 1000, used: 39 } },
    });
  });

  it.each(['', '200', '200,', '200,x', '-1,5', '1e3,5', '200,2000,1', 'NaN,NaN', '0,0'])(
    'that say "%s" tell nothing',
    (limits) => {
      const headers = new Headers({ 'X-RateLimit-Limit': limits, 'X-RateLimit-Usage': '1,1' });
      expect(rateReport(headers)).toEqual(NO_RATE_REPORT);
    },
  );
});

it('quarter-hours are those of the clock, days those of UTC', () => {
  const nowS = at('2026-11-20T14:44:59Z');
  expect(windowStartS('quarterHour', nowS)).toBe(at('2026-11-20T14:30:00Z'));
  expect(windowEndS('quarterHour', nowS)).toBe(at('2026-11-20T14:45:00Z'));
  expect(windowEndS('quarterHour', nowS + 1)).toBe(at('2026-11-20T15:00:00Z'));
  expect(windowStartS('day', nowS)).toBe(at('2026-11-20T00:00:00Z'));
  expect(windowEndS('day', nowS)).toBe(at('2026-11-21T00:00:00Z'));
});

describe('a refused call waits', () => {
  const nowS = at('2026-11-20T14:44:00Z');
  const used = (quarterHour: number, day: number) => ({
    overall: null,
    reads: { quarterHour: { limit: 100, used: quarterHour }, day: { limit: 1000, used: day } },
  });

  it.each([
    ['for the next quarter-hour', used(101, 999), 'quarterHour', '2026-11-20T14:45:00Z'],
    ['for midnight when the day is used up', used(101, 1000), 'day', '2026-11-21T00:00:00Z'],
    [
      'for the next quarter-hour when nothing is told',
      NO_RATE_REPORT,
      'quarterHour',
      '2026-11-20T14:45:00Z',
    ],
  ])('%s', (_, report, window, ends) => {
    expect(refusal(report, nowS)).toEqual({ window, endsAtS: at(ends) });
  });
});
