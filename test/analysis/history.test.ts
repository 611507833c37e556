import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAILY_QUANTITIES } from '../../src/analysis/daily-load.ts';
import { dashboardView } from '../../src/analysis/dashboard-view.ts';
import type { Diary } from '../../src/analysis/diary.ts';
import { type Flag, RULE_IDS } from '../../src/analysis/flags/flag.ts';
import { judgeHistory } from '../../src/analysis/history.ts';
import type { HistoryRun } from '../../src/analysis/judged-run.ts';
import { daysBetween, type LocalDate } from '../../src/analysis/local-date.ts';
import { DAYS, diaries, histories, knownOn } from './arbitrary-history.ts';
import { day, manualRun, recordedRun } from './history-builder.ts';

const SETTINGS = { weekStart: 1, fastThresholdMps: null } as const;
const judge = (runs: readonly HistoryRun[], last = DAYS, diary?: Diary) =>
  judgeHistory(runs, SETTINGS, day(last), diary);

test('the random histories raise flags of every rule, so that the properties below speak of all', () => {
  const samples = fc.sample(fc.tuple(histories, diaries), { numRuns: 60, seed: 1 });
  const raised = samples.flatMap(([runs, diary]) =>
    judge(runs, DAYS, diary).flags.map(({ rule }) => rule),
  );
  expect([...new Set(raised)].sort()).toEqual([...RULE_IDS].sort());
});

describe('for any history', () => {
  test('the order of import never matters', () => {
    fc.assert(
      fc.property(histories, diaries, fc.nat(), (runs, diary, turn) => {
        const at = runs.length === 0 ? 0 : turn % runs.length;
        const shuffled = [...runs.slice(at), ...runs.slice(0, at)].reverse();
        expect(judge(shuffled, DAYS, diary)).toEqual(judge(runs, DAYS, diary));
      }),
      { numRuns: 60 },
    );
  });

  test('the flags of a day do not change when later runs are added, and looking back shows what was known then', () => {
    fc.assert(
      fc.property(histories, fc.nat(DAYS), (runs, last) => {
        const then = judge(
          runs.filter(({ localDate }) => localDate <= day(last)),
          last,
        );
        const now = judge(runs);
        expect(now.flags.filter(({ date }) => date <= day(last))).toEqual(then.flags);
        const back = dashboardView(now, day(DAYS), day(last));
        expect(back).toEqual({ ...dashboardView(then, day(last), day(last)), today: day(DAYS) });
      }),
      { numRuns: 60 },
    );
  });

  test('the flags of a day do not change when later runs and check-ins are added', () => {
    fc.assert(
      fc.property(histories, diaries, fc.nat(DAYS), (runs, diary, last) => {
        const { flags } = judge(runs, DAYS, diary);
        const then = judge(
          runs.filter(({ localDate }) => localDate <= day(last)),
          last,
          knownOn(diary, day(last)),
        );
        expect(flags.filter(({ date }) => date <= day(last))).toEqual(then.flags);
      }),
      { numRuns: 100 },
    );
  });

  test('a rest day never raises a rolling sum', () => {
    fc.assert(
      fc.property(histories, (runs) => {
        const { days, rolling } = judge(runs);
        for (const quantity of DAILY_QUANTITIES) {
          const sums = rolling.sums[quantity];
          for (let i = 1; i < days.count; i += 1) {
            if (days.runCount[i] === 0) expect(sums[i]).toBeLessThanOrEqual(sums[i - 1] as number);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a day of rest raises no flag, neither in the history nor on the dashboard', () => {
    const weekly = ({ flags }: { flags: Flag[] }) =>
      flags.filter(({ rule }) => rule === 'week-above-usual').map(({ quantity }) => quantity);
    fc.assert(
      fc.property(histories, (runs) => {
        const history = judge(runs);
        const runDays = new Set(runs.map(({ localDate }) => localDate));
        expect(history.flags.filter(({ date }) => !runDays.has(date))).toEqual([]);
        for (let last = 1; last <= DAYS; last += 1) {
          if (runDays.has(day(last))) continue;
          const [before, now] = [last - 1, last].map((n) =>
            weekly(dashboardView(history, day(DAYS), day(n))),
          );
          expect(before).toEqual(expect.arrayContaining(now as string[]));
        }
      }),
      { numRuns: 15 },
    );
  });

  test('a high week is told once: no quantity and level twice within seven days', () => {
    fc.assert(
      fc.property(histories, (runs) => {
        const told = new Map<string, LocalDate>();
        for (const { rule, quantity, level, date } of judge(runs).flags) {
          if (rule !== 'week-above-usual') continue;
          const last = told.get(`${quantity} ${level}`);
          if (last !== undefined) expect(daysBetween(last, date)).toBeGreaterThanOrEqual(7);
          told.set(`${quantity} ${level}`, date);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a usual status shows no flag but notes about runs', () => {
    fc.assert(
      fc.property(histories, fc.nat(DAYS), (runs, last) => {
        const { status, flags } = dashboardView(judge(runs), day(DAYS), day(last));
        if (status.kind === 'usual')
          expect(flags.filter(({ level }) => level !== 'note')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test('scaling all distances by k scales every distance baseline by k and no ratio', () => {
  const diary = fc.array(
    fc.record({ daysLater: fc.nat(DAYS), metres: fc.integer({ min: 500, max: 30_000 }) }),
    { maxLength: 90, size: 'max' },
  );
  fc.assert(
    fc.property(diary, fc.double({ min: 0.2, max: 5, noNaN: true }), (entries, k) => {
      const flagsOf = (factor: number) => {
        const runs = entries.map(({ daysLater, metres }, index) => ({
          ...manualRun(day(daysLater), metres * factor, `run-${index}`),
          startTimeS: daysLater * 86_400 + index * 600,
        }));
        return judge(runs).flags.filter(
          ({ rule }) => rule === 'session-distance-spike' || rule === 'return-without-baseline',
        );
      };
      const [plain, scaled] = [flagsOf(1), flagsOf(k)];
      expect(scaled.map(({ date, level, runs }) => [date, level, runs])).toEqual(
        plain.map(({ date, level, runs }) => [date, level, runs]),
      );
      plain.forEach((flag, index) => {
        const same = scaled[index];
        if (flag.baseline === null) return;
        expect((same?.baseline ?? 0) / (flag.baseline * k)).toBeCloseTo(1, 9);
        expect((same?.ratio ?? 0) / (flag.ratio ?? 1)).toBeCloseTo(1, 9);
      });
    }),
    { numRuns: 60 },
  );
});

test("the runner's own threshold changes what is fast and nothing else", () => {
  const runs = Array.from({ length: 12 }, (_, n) =>
    recordedRun(day(n * 3), [{ metres: 5000 }, { metres: 1000, speedMps: 3.3 }]),
  );
  const usual = judgeHistory(runs, SETTINGS, day(40));
  const own = judgeHistory(runs, { ...SETTINGS, fastThresholdMps: 3.2 }, day(40));
  expect(usual.runs.at(-1)?.speed?.fastM).toBe(0);
  expect(own.runs.at(-1)?.speed?.fastM).toBe(1000);
  expect(own.days.columns.distanceM).toEqual(usual.days.columns.distanceM);
  expect(own.days.columns.loadAeKm).toEqual(usual.days.columns.loadAeKm);
});
