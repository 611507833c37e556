import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromEpochDay, type LocalDate } from '../../src/analysis/local-date.ts';
import {
  distanceParts,
  formatChange,
  formatClimb,
  formatDay,
  formatDayNear,
  formatDays,
  formatDuration,
  formatGrade,
  formatMinutes,
  formatMonth,
  formatPace,
  formatRange,
  formatRunDistance,
  formatTimeOfDay,
  formatWeekdayDay,
  formatWeeklyDistance,
  paceNumber,
  parsePace,
  RUN_DISTANCE_STEP,
  WEEKLY_DISTANCE_STEP,
} from '../../web/format.ts';

const plainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ');
const day = (text: string): LocalDate => text as LocalDate;

describe('distances', () => {
  it('rounds a week to half a kilometre or mile', () => {
    expect(plainSpaces(formatWeeklyDistance(42_240, 'km'))).toBe('42 km');
    expect(plainSpaces(formatWeeklyDistance(42_260, 'km'))).toBe('42.5 km');
    expect(plainSpaces(formatWeeklyDistance(16_093.44, 'mi'))).toBe('10 mi');
  });

  it('always gives a single run one decimal', () => {
    expect(plainSpaces(formatRunDistance(11_000, 'km'))).toBe('11.0 km');
    expect(plainSpaces(formatRunDistance(14_249, 'km'))).toBe('14.2 km');
    expect(plainSpaces(formatRunDistance(42_195, 'mi'))).toBe('26.2 mi');
  });

  it('rounds the parts of a week so that they add up to the week', () => {
    expect(distanceParts([30_300, 8_300, 4_300], 'km', WEEKLY_DISTANCE_STEP)).toEqual([
      '30.5',
      '8.5',
      '4',
    ]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 1 }), (metres) => {
        const parts = distanceParts(metres, 'km', WEEKLY_DISTANCE_STEP).map(Number);
        const whole = Math.round(metres.reduce((sum, m) => sum + m, 0) / 500) / 2;
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(whole, 9);
      }),
    );
  });

  it('adds tenths without a tail of digits', () => {
    expect(distanceParts([300, 100], 'km', RUN_DISTANCE_STEP)).toEqual(['0.3', '0.1']);
  });

  it('rounds climb to ten metres or feet', () => {
    expect(plainSpaces(formatClimb(434, 'km'))).toBe('430 m');
    expect(plainSpaces(formatClimb(436, 'km'))).toBe('440 m');
    expect(plainSpaces(formatClimb(430, 'mi'))).toBe('1,410 ft');
  });
});

describe('time and pace', () => {
  it('says "under 1 min" for a few seconds, and 0 min for none', () => {
    expect(plainSpaces(formatMinutes(20))).toBe('under 1 min');
    expect(plainSpaces(formatMinutes(0))).toBe('0 min');
    expect(plainSpaces(formatMinutes(90))).toBe('2 min');
  });

  it('carries seconds that round up to the next minute', () => {
    expect(paceNumber(1000 / 359.6, 'km')).toBe('6:00');
    expect(formatDuration(3599.7)).toBe('1:00:00');
    expect(formatDuration(65)).toBe('1:05');
  });

  it('gives a pace per kilometre or mile', () => {
    expect(plainSpaces(formatPace(1000 / 300, 'km'))).toBe('5:00 /km');
    expect(plainSpaces(formatPace(1000 / 300, 'mi'))).toBe('8:03 /mi');
  });

  it('reads back the pace it wrote, to half a second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 120, max: 900 }),
        fc.constantFrom('km' as const, 'mi' as const),
        (secondsPerUnit, units) => {
          const speed = (units === 'km' ? 1000 : 1609.344) / secondsPerUnit;
          expect(parsePace(paceNumber(speed, units), units)).toBeCloseTo(speed, 9);
        },
      ),
    );
  });

  it('refuses what is not a pace', () => {
    for (const text of ['', 'fast', '4', '4:60', '4:5', '0:00', '-4:30', '100:00']) {
      expect(parsePace(text, 'km'), text).toBeUndefined();
    }
  });
});

describe('changes, grades and ranges', () => {
  it('writes a ratio as a signed whole percentage', () => {
    expect(formatChange(14.2 / 11)).toBe('+29%');
    expect(formatChange(0.8)).toBe('−20%');
    expect(formatChange(1)).toBe('+0%');
    expect(formatChange(12.5)).toBe('+1,150%');
  });

  it('signs a grade unless it rounds to nothing', () => {
    expect(formatGrade(0.093)).toBe('+9%');
    expect(formatGrade(-0.052)).toBe('−5%');
    expect(formatGrade(0.004)).toBe('0%');
  });

  it('writes a range of one value as that value', () => {
    expect(plainSpaces(formatRange('120', '210', 'm'))).toBe('120–210 m');
    expect(plainSpaces(formatRange('1', '1', 'km'))).toBe('1 km');
  });
});

describe('dates', () => {
  it('names the day that was written, whatever the zone of this machine', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (epochDay) => {
        const date = fromEpochDay(epochDay);
        expect(formatDay(date).split(' ')[0]).toBe(String(Number(date.slice(8))));
      }),
    );
  });

  it('shortens every month to three letters', () => {
    const lengths = Array.from({ length: 12 }, (_, month) =>
      formatDay(day(`2026-${String(month + 1).padStart(2, '0')}-03`)).slice(2),
    ).map(({ length }) => length);
    expect(new Set(lengths)).toEqual(new Set([3]));
  });

  it('leaves out what goes without saying', () => {
    const today = day('2026-11-20');
    expect(formatDayNear(day('2026-05-03'), today)).toBe('3 May');
    expect(formatDayNear(day('2025-05-03'), today)).toBe('3 May 2025');
    expect(formatDays(day('2026-10-12'), day('2026-10-18'), today)).toBe('12–18 Oct');
    expect(formatDays(day('2026-10-26'), day('2026-11-01'), today)).toBe('26 Oct – 1 Nov');
    expect(formatDays(day('2025-12-29'), day('2026-01-04'), addDays(today, 60))).toBe(
      '29 Dec – 4 Jan 2026',
    );
    expect(formatWeekdayDay(day('2026-05-03'))).toBe('Sun 3 May');
    expect(formatMonth(day('2026-05-03'))).toBe('May 2026');
  });

  it('tells the time on the runner’s own clock', () => {
    expect(formatTimeOfDay(Date.UTC(2026, 4, 3, 22, 30) / 1000, 2 * 3600)).toBe('00:30');
  });
});
