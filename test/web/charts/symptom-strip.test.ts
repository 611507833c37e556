import { describe, expect, it } from 'vitest';
import { dashboardView } from '../../../src/analysis/dashboard-view.ts';
import type { CheckIn } from '../../../src/analysis/diary.ts';
import { judgeHistory } from '../../../src/analysis/history.ts';
import { addDays } from '../../../src/analysis/local-date.ts';
import { hasSymptoms } from '../../../web/chart-data/symptom-days.ts';
import { loadChart } from '../../../web/client/charts/load-chart.ts';
import { symptomsChart } from '../../../web/client/charts/symptoms-chart.ts';
import { chartWords } from '../../../web/words/en/charts.ts';
import { checkInOn, diaryOf } from '../../analysis/diary-builder.ts';
import { runnerRuns, TODAY } from '../runner.ts';
import { PALETTE, sceneOf } from './scene.ts';

const SETTINGS = { weekStart: 1, fastThresholdMps: null } as const;
const said = (daysAgo: number, words: Partial<CheckIn>) =>
  checkInOn(addDays(TODAY, -daysAgo), words);

function sceneWith(checkIns: CheckIn[], weeks = 14, range: '12w' | 'all' = '12w') {
  const runs = runnerRuns({ weeks, isCalm: true });
  const history = judgeHistory(runs, SETTINGS, TODAY, diaryOf({ checkIns }));
  return sceneOf(dashboardView(history, TODAY), { range });
}

const scene = sceneWith([
  said(6, { stiffness: 1, nextDayResponse: 'same' }),
  said(5, { stiffness: 2, painAfter: 3, strengthening: ['isometric'] }),
  said(2, { stiffness: 4, stiffnessMin: 20, nextDayResponse: 'worse', isEdited: true }),
  said(0, { firstStepsPain: 2 }),
]);
const drawn = (label: string) => {
  const dataset = symptomsChart(scene, PALETTE).datasets.find((one) => one.label === label);
  return (
    dataset?.data.map(({ x, y }) => [Math.round(((x ?? Number.NaN) + 0.5) * 7 - 0.5), y]) ?? []
  );
};
const lastDay = scene.periods.length * 7 - 1;

describe('the symptom strip', () => {
  it('stands on the axis of the charts above it, each mark on its own day', () => {
    const xOf = (spec: ReturnType<typeof loadChart>) => {
      const axis = spec.options.scales?.x as { min: number; max: number } | undefined;
      return [axis?.min, axis?.max];
    };
    expect(xOf(symptomsChart(scene, PALETTE))).toEqual(xOf(loadChart(scene, PALETTE)));
    expect(drawn('worse').map(([x]) => x)).toEqual([lastDay - 2]);
    expect(drawn('not worse').map(([x]) => x)).toEqual([lastDay - 6]);
    expect(drawn('strengthening').map(([x]) => x)).toEqual([lastDay - 5]);
  });

  it('stacks nothing upon anything: each mark stands at its own height', () => {
    const stacks = symptomsChart(scene, PALETTE).datasets.map(({ stack }) => stack);
    expect(new Set(stacks).size).toBe(stacks.length);
    expect(stacks).not.toContain(undefined);
  });

  it('breaks where nothing was said, and draws no zero there', () => {
    expect(drawn('stiffness')).toEqual([
      [lastDay - 6, 1],
      [lastDay - 5, 2],
      [lastDay - 3, Number.NaN],
      [lastDay - 2, 4],
      [lastDay - 1, Number.NaN],
      [lastDay, Number.NaN],
    ]);
  });

  it('says what it draws: sentence, readout and table agree', () => {
    const { finding, readout, table } = chartWords('symptoms', scene);
    expect(finding).toBe(
      'Said on 4 days; the last, 10 May: stiffness not said, pain 2 of 10. Worse on 1 of 2 answered mornings after a run.',
    );
    expect(readout.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Stiffness: 1–4 of 10',
      'Pain: 2–3 of 10',
      'Worse after: 1 of 2',
      'Same or better: 1 of 2',
      'New shoe: none',
      'Strengthening: 1 day',
    ]);
    expect(table.rows.map((row) => row.slice(0, 6).join(' | ').replaceAll('\u00a0', ' '))).toEqual([
      'Sun 10 May | – | – | 2 | – | –',
      'Fri 8 May, edited | 4 | 20 min | – | Worse | –',
      'Tue 5 May | 2 | – | 3 | – | Done',
      'Mon 4 May | 1 | – | – | Same | –',
    ]);
  });

  it('is left out while nothing was ever said', () => {
    expect(hasSymptoms(sceneWith([]).data)).toBe(false);
    expect(hasSymptoms(scene.data)).toBe(true);
  });

  it('is by month beyond a year: the median of mornings, the worst pain, how many were worse', () => {
    const year = sceneWith(
      [
        ...[1, 2, 6].map((stiffness, index) => said(39 - index, { stiffness })),
        said(36, { painAfter: 4, nextDayResponse: 'worse' }),
      ],
      70,
      'all',
    );
    expect(year.periods.at(-1)?.kind).toBe('month');
    const { table } = chartWords('symptoms', year);
    expect(table.rows.find(([month]) => month === 'April 2026')).toEqual([
      'April 2026',
      '4',
      '2',
      '4',
      '1',
    ]);
    const may = table.rows.find(([month]) => month === 'March 2026');
    expect(may).toEqual(['March 2026', '0', '–', '–', '–']);
  });
});
