import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../web/chart-data/period.ts';
import { levelCell, usualItem } from '../../../web/words/en/periods.ts';
import { volumeWords } from '../../../web/words/en/volume-chart.ts';
import { sceneOf } from '../charts/scene.ts';
import { runnerView } from '../runner.ts';

const usual = { low: 20, high: 30 };
const of = (change: Partial<Measure> = {}): Pick<Measure, 'usual' | 'level'> => ({
  usual,
  level: 'usual',
  ...change,
});

describe('the level of a row in a chart’s table', () => {
  it.each([
    [19.9, 'Below usual'],
    [20, 'Usual'],
    [30, 'Usual'],
    [30.1, 'Usual, just over the top'],
  ])('names a week of %s against 20–30 that raised no flag: %s', (value, words) => {
    expect(levelCell(value, of(), false)).toBe(words);
  });

  it.each([
    ['above', 'Above usual'],
    ['well-above', 'Well above usual'],
  ] as const)('says of a week that is %s what its flag says', (level, words) => {
    expect(levelCell(40, of({ level }), false)).toBe(words);
    expect(levelCell(40, of({ level }), true)).toBe(words);
  });

  it('does not judge a week that is not over until it is beyond its range', () => {
    expect(levelCell(5, of(), true)).toBe('–');
    expect(levelCell(30, of(), true)).toBe('–');
    expect(levelCell(30.1, of(), true)).toBe('Usual, just over the top');
  });

  it('is a dash where the amount or the range is not known', () => {
    expect(levelCell(null, of(), false)).toBe('–');
    expect(levelCell(25, of({ usual: null }), false)).toBe('–');
    expect(levelCell(25, of({ level: 'not-enough-data' }), false)).toBe('–');
  });
});

describe('a period of months', () => {
  const scene = sceneOf(runnerView({ weeks: 60 }), { range: 'all' });

  it('has no usual range, which is one of weeks, in its legend or its table', () => {
    for (const period of scene.periods) {
      expect(period.kind).toBe('month');
      const style = { number: String, amount: String, unit: () => '' };
      expect(usualItem(period, period.distanceM, style, 'km')).toEqual([]);
    }
    const { head, rows } = volumeWords(scene).table;
    expect(head.slice(-2)).toEqual(['Usual', 'Level']);
    for (const row of rows) expect(row.slice(-2)).toEqual(['–', '–']);
  });

  it('is told of as its average week', () => {
    expect(volumeWords(scene).finding).toContain('in an average week of May 2026');
  });
});
