import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/analysis/local-date.ts';
import { hillsChart } from '../../../web/client/charts/hills-chart.ts';
import { sessionsChart } from '../../../web/client/charts/sessions-chart.ts';
import { speedChart } from '../../../web/client/charts/speed-chart.ts';
import { volumeChart } from '../../../web/client/charts/volume-chart.ts';
import { chartWords } from '../../../web/words/en/charts.ts';
import { runnerView, TODAY } from '../runner.ts';
import { barAt, PALETTE, sceneOf } from './scene.ts';

const fills = (dataset: { backgroundColor?: unknown } | undefined): unknown[] =>
  dataset?.backgroundColor as unknown[];

describe('a week that is not over', () => {
  const scene = sceneOf(runnerView({ isCalm: true }, addDays(TODAY, 2)));

  it('is drawn in stripes and says "so far"', () => {
    const [flat] = volumeChart(scene, PALETTE).datasets;
    expect(fills(flat).slice(-2)).toEqual(['flat', 'flat, so far']);
    expect(chartWords('volume', scene).table.rows[0]?.[0]).toBe('11–17 May, so far');
  });

  it('is not called below usual', () => {
    expect(chartWords('volume', scene).finding).toMatch(/so far this week; your usual week is/);
  });
});

describe('runs without altitude', () => {
  const scene = sceneOf(runnerView({ weeks: 12, weeksWithoutAltitude: 2, isCalm: true }));

  it('stand apart in the volume, and their climb is never 0', () => {
    expect(chartWords('volume', scene).table.head).toContain('No altitude');
    const { table, note } = chartWords('hills', scene);
    expect(table.rows.at(-1)?.[1]).toBe('–');
    expect(table.rows[0]?.[1]).toBe('40');
    expect(note).toBe('6 runs have no altitude. Climb is a minimum where the bar is striped.');
  });

  it('draw no bar where nothing is known', () => {
    expect(barAt(hillsChart(scene, PALETTE), 0)).toBe(0);
    expect(hillsChart(scene, PALETTE).datasets[0]?.data[0]?.y).toBeNaN();
  });
});

describe('too little data', () => {
  it('draws bars and no band, and says so', () => {
    const scene = sceneOf(runnerView({ weeks: 3 }));
    const spec = volumeChart(scene, PALETTE);
    expect(barAt(spec, 0)).toBeGreaterThan(20);
    expect(spec.bands[0]?.columns).toEqual([]);
    expect(chartWords('volume', scene).finding).toContain('Not enough data for a usual range yet.');
    expect(chartWords('volume', scene).table.rows[0]?.at(-1)).toBe('–');
  });
});

describe('choices', () => {
  it('switch between climb, descent and minutes downhill without touching the table', () => {
    const climb = sceneOf(runnerView());
    const downhill = { ...climb, choices: { ...climb.choices, hills: 'fastDownhillS' as const } };
    expect(chartWords('hills', downhill).unit).toBe('min per week');
    expect(chartWords('hills', downhill).table).toEqual(chartWords('hills', climb).table);
    expect(chartWords('hills', downhill).finding).toContain('of fast downhill');
  });

  it('show fast minutes alone over their band, or all running without it', () => {
    const scene = sceneOf(runnerView());
    const all = { ...scene, choices: { ...scene.choices, speed: 'all' as const } };
    expect(speedChart(scene, PALETTE).datasets.map(({ label }) => label)).toEqual([
      'fast',
      'very fast',
    ]);
    expect(speedChart(all, PALETTE).datasets).toHaveLength(4);
    expect(speedChart(all, PALETTE).bands).toEqual([]);
  });
});

describe('session spikes', () => {
  const scene = sceneOf(runnerView());
  const spec = sessionsChart(scene, PALETTE);
  const points = spec.datasets[0]?.data ?? [];

  it('draws the flagged run at the percentage that sentence, readout and table give', () => {
    expect(points.at(-1)?.y).toBeCloseTo(29.09, 1);
    const { finding, readout, table } = chartWords('sessions', scene);
    const text = finding.replaceAll('\u00a0', ' ');
    expect(text).toBe(
      '1 run went more than 10% beyond the longest of the 30 days before: 14.2 km on 10 May (+29%).',
    );
    expect(readout[0]?.value).toContain('+29%');
    expect(table.rows[0]?.at(-1)).toBe('+29%');
  });

  it('marks it by shape, and gives a stem to flagged runs only', () => {
    const shapes = (spec.datasets[0] as unknown as { pointStyle: string[] }).pointStyle;
    expect(shapes.filter((shape) => shape === 'triangle')).toHaveLength(1);
    expect(spec.datasets[1]?.data).toHaveLength(1);
  });

  it('draws the line where flags begin', () => {
    expect(spec.limits).toEqual([{ value: 10 }]);
  });

  it('places a run in the column of its week', () => {
    expect(Math.round(points.at(-1)?.x as number)).toBe(scene.periods.length - 1);
    expect(Math.abs(points[0]?.x as number)).toBeLessThan(0.5);
  });
});
