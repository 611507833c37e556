import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/analysis/local-date.ts';
import { monthlyLoad } from '../../../src/analysis/monthly-load.ts';
import { chartDataFromView } from '../../../web/chart-data/chart-data-from-view.ts';
import { runnerHistory, runnerView, TODAY } from '../runner.ts';

describe('months', () => {
  it('stand in for weeks only beyond a year', () => {
    expect(chartDataFromView(runnerView({ weeks: 53 })).months).toBeNull();
    const data = chartDataFromView(runnerView({ weeks: 60 }));
    expect(data.weeks).toHaveLength(53);
    expect(data.months?.length).toBeGreaterThan(12);
  });

  it('are the average of their whole weeks, so that a long month is not more running', () => {
    const { months } = chartDataFromView(runnerView({ weeks: 60, isCalm: true }));
    for (const month of months ?? []) {
      expect(month.distanceM.value).toBe(24_000);
      expect(month.volume.flatM + month.volume.hillM + month.volume.fastM).toBeCloseTo(24_000, -2);
    }
  });

  it('leave the running week out', () => {
    const view = runnerView({ weeks: 60, isCalm: true }, addDays(TODAY, 1));
    const { months, weeks } = chartDataFromView(view);
    expect(weeks.at(-1)?.isPartial).toBe(true);
    expect(months?.at(-1)?.distanceM.value).toBe(24_000);
  });

  it.each([
    ['four days in April and three in May', '2026-04-27', '2026-04-27'],
    ['three days in December and four in January', '2025-12-29', '2026-01-01'],
    ['two days in March and five in April', '2026-03-30', '2026-04-01'],
  ])('count a week of %s to the month of most of its days, which names it', (_, start, named) => {
    const history = runnerHistory({ weeks: 53, isCalm: true });
    const { weeks } = history;
    const week = weeks.filter((candidate) => candidate.start === start);
    expect(week).toHaveLength(1);
    const months = monthlyLoad(history, week, TODAY);
    expect(months.map((month) => month.start)).toEqual([named]);
    expect(months[0]).toMatchObject({ end: week[0]?.end, runCount: 3 });
  });

  it('keep the run that went furthest beyond what came before', () => {
    const { months } = chartDataFromView(runnerView({ weeks: 60 }));
    expect(months?.at(-1)?.topSession?.runId).toBe('run-2026-05-10');
  });
});

describe('the data of the charts', () => {
  it('is the same after its journey through the page', () => {
    const data = chartDataFromView(runnerView({ weeks: 60 }));
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });

  it('knows that a week without a run held no fast running', () => {
    const { weeks } = chartDataFromView(runnerView({ isCalm: true }, addDays(TODAY, 21)));
    expect(weeks.at(-1)?.runCount).toBe(0);
    expect(weeks.at(-1)?.speedBands).toEqual({ easyS: 0, steadyS: 0, fastS: 0, veryFastS: 0 });
  });
});
