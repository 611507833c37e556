import { describe, expect, it } from 'vitest';
import { dashboardView } from '../../../src/analysis/dashboard-view.ts';
import type { CheckIn } from '../../../src/analysis/diary.ts';
import { judgeHistory } from '../../../src/analysis/history.ts';
import { addDays } from '../../../src/analysis/local-date.ts';
import { HeelRaises } from '../../../web/pages/heel-raises.tsx';
import { checkInOn, diaryOf } from '../../analysis/diary-builder.ts';
import { runnerRuns, TODAY } from '../runner.ts';

const counted = (daysAgo: number, left: number | null, right: number | null): CheckIn =>
  checkInOn(addDays(TODAY, -daysAgo), { heelRaisesLeft: left, heelRaisesRight: right });

function shown(checkIns: CheckIn[]): string {
  const settings = { weekStart: 1, fastThresholdMps: null } as const;
  const history = judgeHistory(runnerRuns({}), settings, TODAY, diaryOf({ checkIns }));
  return String(HeelRaises({ view: dashboardView(history, TODAY) }) ?? '');
}

describe('heel raises on the dashboard', () => {
  it('are not there while both sides were never counted on one day', () => {
    expect(shown([counted(7, 20, null)])).not.toContain('heel-raises');
  });

  it('are told once they were counted, and drawn from the second count on', () => {
    const once = shown([counted(7, 26, 24)]);
    expect(once).toContain(
      'Counted once, 3 May: 26 left, 24 right, the weaker side at 92%. A common aim is about 90% of the other side.',
    );
    expect(once).not.toContain('<svg');
    const twice = shown([counted(14, 26, 21), counted(7, 26, 24)]);
    expect(twice).toContain('Counted 2 times; the last, 3 May: 26 left, 24 right');
    expect(twice.match(/<circle/g)).toHaveLength(2);
    expect(twice.match(/<rect/g)).toHaveLength(2);
  });

  it('stand days as far apart as they were, from none at the bottom to the most at the top', () => {
    const page = shown([counted(21, 0, 10), counted(14, 10, 20), counted(0, 20, 20)]);
    expect(page).toContain('points="8,112 203,60 592,8"');
    expect(page).toContain('points="8,60 203,8 592,8"');
  });

  it('are in the table, the newest first, and never called better', () => {
    const page = shown([counted(14, 26, 21), counted(7, 0, 0)]);
    expect(page.indexOf('3 May')).toBeLessThan(page.indexOf('<td>81%</td>'));
    expect(page).toContain('<td>–</td>');
    expect(page).not.toMatch(/improv|better/i);
  });
});
