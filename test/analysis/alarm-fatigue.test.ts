/** How often a real runner would have been told: 134 running weeks of one person, 2015–2026, with many breaks. */
import { describe, expect, test } from 'vitest';
import type { Flag } from '../../src/analysis/flags/flag.ts';
import { judgeHistory } from '../../src/analysis/history.ts';
import type { HistoryRun } from '../../src/analysis/judged-run.ts';
import {
  localDateAt,
  parseLocalDate,
  startOfWeek,
  toEpochDay,
} from '../../src/analysis/local-date.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { decodeFile } from '../../src/import/decode-file.ts';
import { hasRealFiles, realFiles } from '../import/fit/real-files.ts';

/** For the few files that do not say: the zone of the others. */
const HOME_OFFSET_S = 8 * 3600;

function realRuns(): HistoryRun[] {
  return realFiles(['history']).flatMap(({ name, bytes }) => {
    const decoded = decodeFile(bytes);
    const activities = decoded.ok ? decoded.value.activities : [];
    return activities.map((activity, index) => ({
      id: `${name} ${index}`,
      localDate: localDateAt(activity.startTimeS, activity.utcOffsetS ?? HOME_OFFSET_S),
      startTimeS: activity.startTimeS,
      subSport: activity.subSport,
      exposure: runExposure(activity),
    }));
  });
}

const weekOf = (date: Flag['date']) => startOfWeek(toEpochDay(date), 1);

describe.skipIf(!hasRealFiles)('on a real history', () => {
  const today = parseLocalDate('2026-05-01') as Flag['date'];
  const { runs, flags } = judgeHistory(realRuns(), { weekStart: 1, fastThresholdMps: null }, today);
  const runningWeeks = new Set(runs.map(({ localDate }) => weekOf(localDate))).size;
  /** Share of the running weeks in which such a flag was raised. */
  const shareOfWeeks = (isSuch: (flag: Flag) => boolean) =>
    new Set(flags.filter(isSuch).map(({ date }) => weekOf(date))).size / runningWeeks;

  test('there are runs enough to judge by', () => {
    expect(runningWeeks).toBeGreaterThan(120);
  });

  // A quarter of the weeks is where alarms are no longer read. This runner often starts anew and then adds a
  // quarter or a half to the longest run within days: the session spikes are many, and true.
  test.each([
    ['session-distance-spike', 0.02, 0.25],
    ['session-load-spike', 0.02, 0.27],
    ['speed-spike', 0.02, 0.1],
    ['first-speed-session', 0.01, 0.03],
    ['speed-sessions-added', 0.01, 0.05],
    ['hill-spike', 0.02, 0.1],
    ['hill-sprints-introduced', 0.005, 0.03],
    ['week-above-usual', 0.02, 0.15],
    ['race-build-ramp', 0.01, 0.05],
    ['stacked-increases', 0.02, 0.12],
    ['short-recovery', 0.01, 0.05],
    ['surface-change', 0.01, 0.05],
    ['return-without-baseline', 0.02, 0.15],
  ] as const)(
    '%s is raised in more than %s and in no more than %s of them',
    (rule, least, most) => {
      const raised = shareOfWeeks((flag) => flag.rule === rule);
      expect(raised).toBeGreaterThan(least);
      expect(raised).toBeLessThanOrEqual(most);
    },
  );

  test('beside the session spikes, hardly more than a fifth of the weeks hold anything above a note', () => {
    const isOther = ({ rule, level }: Flag) => !rule.startsWith('session-') && level !== 'note';
    expect(shareOfWeeks(isOther)).toBeLessThan(0.22);
  });

  test('well above usual is rare', () => {
    expect(shareOfWeeks(({ level }) => level === 'well-above')).toBeLessThan(0.05);
  });
});
