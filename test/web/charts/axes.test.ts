import { describe, expect, it } from 'vitest';
import { periodLabels } from '../../../web/client/charts/axes.ts';
import { contiguous } from '../../../web/client/charts/layers.ts';
import { runnerView } from '../runner.ts';
import { sceneOf } from './scene.ts';

const labels = (weeks: number, range: '12w' | '6m' | '1y' | 'all') => {
  const { periods } = sceneOf(runnerView({ weeks, isCalm: true }), { range });
  return periodLabels(periods);
};

describe('labels of the period axis', () => {
  it('name every third of twelve weeks by its first day, the last one always', () => {
    expect([...labels(14, '12w')]).toEqual([
      [11, '4 May'],
      [8, '13 Apr'],
      [5, '23 Mar'],
      [2, '2 Mar'],
    ]);
  });

  it('name months beyond that, January by its year, at most seven of them', () => {
    const year = labels(60, '1y');
    expect([...year.values()]).toContain('2026');
    expect(year.size).toBeLessThanOrEqual(7);
  });

  it('name years once there are more than two', () => {
    expect([...labels(130, 'all').values()]).toEqual(['2024', '2025', '2026']);
  });
});

describe('a band with a gap', () => {
  it('is drawn as two shapes', () => {
    const column = (from: number) => ({ from, to: from + 1, low: 1, high: 2 });
    const band = { style: 'usual' as const, columns: [column(0), column(1), column(3)] };
    expect(contiguous(band).map((run) => run.length)).toEqual([2, 1]);
  });
});
