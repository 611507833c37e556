import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/analysis/local-date.ts';
import { chartDataFromView } from '../../../web/chart-data/chart-data-from-view.ts';
import { runnerView, TODAY } from '../runner.ts';

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
