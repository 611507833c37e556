import { describe, expect, it } from 'vitest';
import type { ChartSpec, Draw } from '../../../web/client/charts/chart-spec.ts';
import { hillsChart } from '../../../web/client/charts/hills-chart.ts';
import { loadChart } from '../../../web/client/charts/load-chart.ts';
import { speedChart } from '../../../web/client/charts/speed-chart.ts';
import { volumeChart } from '../../../web/client/charts/volume-chart.ts';
import type { ChartId, ChartScene } from '../../../web/words/chart-words.ts';
import { chartWords } from '../../../web/words/en/charts.ts';
import { runnerView } from '../runner.ts';
import { barAt, numberIn, PALETTE, rangeIn, sceneOf } from './scene.ts';

const VIEW = runnerView();
const UNITS = ['km', 'mi'] as const;

/** Charts whose bars carry a value and a usual range, and how the words round them. */
const BARS: {
  id: ChartId;
  draw: Draw<ChartScene>;
  step: number;
  valueColumn: number;
  usual: string;
}[] = [
  { id: 'volume', draw: volumeChart, step: 0.5, valueColumn: 1, usual: 'Usual' },
  { id: 'hills', draw: hillsChart, step: 10, valueColumn: 1, usual: 'Usual climb' },
  { id: 'speed', draw: speedChart, step: 1, valueColumn: 1, usual: 'Usual' },
];

const usualColumn = (head: readonly string[], name: string): number =>
  head.findIndex((title) => title.startsWith(name));

describe.each(BARS)('$id', ({ id, draw, step, valueColumn, usual }) => {
  it.each(UNITS)('draws the value that table, readout and sentence give, in %s', (units) => {
    const scene = sceneOf(VIEW, { units });
    const spec = draw(scene, PALETTE);
    const { table, finding } = chartWords(id, scene);
    const newestFirst = scene.periods.map((_, index) => scene.periods.length - 1 - index);
    for (const [row, index] of newestFirst.entries()) {
      const drawn = barAt(spec, index);
      const inTable = numberIn(table.rows[row]?.[valueColumn] as string);
      expect(Math.abs(drawn - inTable)).toBeLessThanOrEqual(step / 2 + 0.02);
      const { readout } = chartWords(id, { ...scene, selected: index });
      expect(numberIn(readout[0]?.value as string)).toBe(inTable);
    }
    expect(numberIn(finding)).toBe(numberIn(table.rows[0]?.[valueColumn] as string));
  });

  it.each(UNITS)('draws the usual range that table and readout give, in %s', (units) => {
    const scene = sceneOf(VIEW, { units });
    const [band] = draw(scene, PALETTE).bands as [ChartSpec['bands'][number]];
    const { table, readout } = chartWords(id, scene);
    const last = scene.periods.length - 1;
    const drawn = band.columns.find(({ from }) => from === last - 0.5);
    const cell = table.rows[0]?.[usualColumn(table.head, usual)] as string;
    const [low, high] = rangeIn(cell);
    expect(Math.abs((drawn?.low ?? Number.NaN) - low)).toBeLessThanOrEqual(step / 2 + 0.02);
    expect(Math.abs((drawn?.high ?? Number.NaN) - high)).toBeLessThanOrEqual(step / 2 + 0.02);
    const inReadout = readout.find(({ swatch }) => swatch === 'band')?.value as string;
    expect(rangeIn(inReadout)).toEqual([low, high]);
  });

  it('has one table row for each period, newest first', () => {
    const scene = sceneOf(VIEW, { range: '6m' });
    const { table } = chartWords(id, scene);
    expect(table.rows).toHaveLength(scene.periods.length);
    expect(table.rows[0]?.[0]).toBe('4–10 May');
    for (const row of table.rows) expect(row).toHaveLength(table.head.length);
  });
});

describe('the parts of a week', () => {
  it('add up, as drawn and as written', () => {
    const scene = sceneOf(VIEW);
    const spec = volumeChart(scene, PALETTE);
    const { table } = chartWords('volume', scene);
    for (const [index, { distanceM }] of scene.periods.entries()) {
      expect(barAt(spec, index)).toBeCloseTo((distanceM.value as number) / 1000, 2);
    }
    for (const row of table.rows) {
      const [total, flat, hill, fast] = row.slice(1, 5).map(Number) as [
        number,
        number,
        number,
        number,
      ];
      expect(flat + hill + fast).toBe(total);
    }
  });

  it('do not stack the usual range upon the bars', () => {
    const { datasets } = volumeChart(sceneOf(VIEW), PALETTE);
    expect(datasets.map(({ label }) => label)).toEqual(['flat', 'hill', 'fast', 'unknown']);
    expect(new Set(datasets.map((dataset) => dataset.stack))).toEqual(new Set(['bars']));
  });
});

describe('Achilles load', () => {
  it('draws the line, its range and its band at the values the words give', () => {
    const scene = sceneOf(VIEW);
    const spec = loadChart(scene, PALETTE);
    const { finding, readout, table } = chartWords('load', scene);
    const drawn = spec.datasets[0]?.data.at(-1)?.y as number;
    expect(numberIn(table.rows[0]?.[1] as string)).toBe(drawn);
    expect(numberIn(readout[0]?.value as string)).toBe(drawn);
    expect(finding).toContain(`the last 7 days: ${drawn} `);
    const [usual, range] = spec.bands.map(({ columns }) => columns.at(-1));
    expect(rangeIn(readout[1]?.value as string)).toEqual([range?.low, range?.high]);
    expect(rangeIn(readout[2]?.value as string)).toEqual([usual?.low, usual?.high]);
  });

  it('is 100 in the median week', () => {
    const calm = sceneOf(runnerView({ isCalm: true }));
    expect(calm.data.loadScale).toBe('index');
    expect(calm.periods.at(-1)?.load?.load).toBe(100);
  });

  it('is given in AE-km while there is no median week yet', () => {
    const scene = sceneOf(runnerView({ weeks: 2 }));
    expect(scene.data.loadScale).toBe('ae-km');
    expect(chartWords('load', scene).unit).toContain('AE-km');
  });
});
