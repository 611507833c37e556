import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/analysis/activity.ts';
import type { Flag } from '../../../src/analysis/flags/flag.ts';
import { runExposure } from '../../../src/analysis/run-exposure.ts';
import { runSeries } from '../../../src/analysis/run-series.ts';
import { heaviestStretch, segmentLoad } from '../../../src/analysis/segment-load.ts';
import { RUN_CHART_POINTS, type RunDetailView, RunPage } from '../../../web/pages/run-page.tsx';
import { steadyRun } from '../../analysis/steady-run.ts';
import { CONTEXT, TODAY } from '../runner.ts';

/** Four easy kilometres, two up a hill of 9 %, four more on the flat. */
const HILLY = [
  { speedMps: 2.8, distanceM: 4_000 },
  { speedMps: 2.4, distanceM: 2_000, gradePercent: 9 },
  { speedMps: 2.8, distanceM: 4_000 },
];

function viewOf(activity: Activity, change: Partial<RunDetailView> = {}): RunDetailView {
  const segments = segmentLoad(activity, 1000);
  const exposure = runExposure(activity);
  return {
    id: 'a',
    localDate: TODAY,
    startTimeS: activity.startTimeS,
    utcOffsetS: 0,
    subSport: null,
    fileName: 'morning.fit',
    exposure,
    warnings: exposure.warnings,
    speed: null,
    fastDownhillS: null,
    flags: [],
    previousId: 'before',
    nextId: null,
    course: {
      segments,
      heaviest: heaviestStretch(segments),
      series: runSeries(activity, RUN_CHART_POINTS),
    },
    ...change,
  };
}

const html = (view: RunDetailView, units: 'km' | 'mi' = 'km'): string =>
  String(<RunPage context={{ ...CONTEXT, units }} view={view} />).replaceAll('\u00a0', ' ');

const ABOUT: NonNullable<RunDetailView['about']> = {
  ...{
    source: 'file',
    name: null,
    shoe: null,
    shoes: [],
    sport: 'running',
    surface: null,
    leftOut: null,
    corrections: {},
  },
  original: {
    name: null,
    distanceM: 10_000,
    sport: 'running',
    surface: null,
    shoe: null,
    isShoeOfRunBefore: false,
  },
  recording: {
    ...{ id: 'a', fileName: 'morning.fit', format: 'fit', device: null, sampleCount: 9 },
    ...{ hasAltitude: true, hasCadence: true },
  },
  ...{ twins: [], apart: [] },
};

describe('the page of a run', () => {
  const page = html(viewOf(steadyRun(HILLY, { everyS: 5 })));

  it('opens with the part that loaded the tendon most for its time', () => {
    expect(page).toContain('<h1>10.0 km, Sun 10 May 2026</h1>');
    expect(page).toMatch(
      /Km 5–6, a 9% climb, gave 2\d% of this run’s estimated Achilles load in 2\d% of its time\./,
    );
  });

  it('marks the same kilometres in the strip and in the table', () => {
    expect(page.match(/class="strip-hardest"/g)).toHaveLength(2);
    expect(page.match(/class="is-hardest"/g)).toHaveLength(2);
    expect(page.match(/class="strip-(rest|hardest)"/g)).toHaveLength(10);
  });

  it('opens the cursor at the start of that part', () => {
    expect(page).toMatch(/<span class="readout-name">At<\/span> <span class="number">4\.0 km/);
  });

  it('leads to the neighbours that exist', () => {
    expect(page).toContain('href="/runs/before"');
    expect(page).toContain('role="link" aria-disabled="true" aria-label="Run after"');
  });

  it('speaks of the runner’s own unit where there are no scripts', () => {
    expect(page).toContain('Every kilometre is in the table.');
    const inMiles = html(viewOf(steadyRun(HILLY, { everyS: 5 })), 'mi');
    expect(inMiles).toContain('Every mile is in the table.');
  });

  it('gives the load with the range of its model', () => {
    expect(page).toMatch(/model range [\d.]+–[\d.]+/);
    expect(page).toContain('how steeply damage grows with force (exponent 4 to 9).');
  });
});

describe('the distance in the form', () => {
  const field = (distanceM: number | null) => {
    const view = viewOf(steadyRun(HILLY, { everyS: 5 }), { about: ABOUT });
    const page = html({ ...view, exposure: { ...view.exposure, distanceM } });
    const [, value = '', pattern = ''] =
      /name="distance" value="([^"]*)"[^>]* pattern="([^"]+)"/.exec(page) ?? [];
    return { value, takes: (text: string) => new RegExp(`^(?:${pattern})$`, 'v').test(text) };
  };

  it.each([10_000, 3, 0])('of %s m does not keep a form from being sent that leaves it', (of) => {
    const { value, takes } = field(of);
    expect(value).toBe((of / 1000).toFixed(2));
    expect(takes(value)).toBe(true);
  });

  it('is a number above zero where it is changed', () => {
    const { takes } = field(10_000);
    for (const text of ['5', '5,25', ' 0.01 ', '999.9'])
      expect([text, takes(text)]).toEqual([text, true]);
    for (const text of ['0', '0.00', '-5', '1000', '5 km'])
      expect([text, takes(text)]).toEqual([text, false]);
  });
});

describe('the flags of a run', () => {
  const FLAG: Flag = {
    rule: 'short-recovery',
    date: TODAY,
    level: 'note',
    quantity: 'hoursApart',
    observed: 24,
    threshold: 48,
    baseline: null,
    baselineLow: null,
    baselineDate: null,
    ratio: null,
    window: { from: TODAY, to: TODAY },
    runs: ['before', 'a'],
    evidence: ['mechanics'],
    subject: null,
    raisedBy: [],
    parts: [],
  };
  const pageWith = (flag: Partial<Flag>, id = 'a') =>
    html(viewOf(steadyRun(HILLY, { everyS: 5 }), { id, flags: [{ ...FLAG, ...flag }] }));

  it('are cards where it raised them, also together with runs before it', () => {
    expect(pageWith({})).toContain('Two hard runs within a day');
    expect(pageWith({}, 'before')).not.toContain('Two hard runs');
    const alone = { rule: 'surface-change', quantity: 'surfaceM', subject: 'trail' } as const;
    expect(pageWith({ ...alone, runs: ['a'] })).toContain('First run on trails in 30 days');
  });

  it('say of a high week that it was part of it, and nothing where nothing rose', () => {
    const week = { rule: 'week-above-usual', quantity: 'ascentM', observed: 430 } as const;
    expect(pageWith(week)).toContain('Part of 7 days above your usual range: climb.');
    expect(pageWith({ rule: 'stacked-increases', quantity: 'newShoes' })).not.toContain('Part of');
  });
});

/** The `x` and right edge of every bar of the strip. */
const bars = (page: string): [left: number, right: number][] =>
  [...page.matchAll(/<rect class="strip-[a-z]+" x="(\d+)" y="\d+" width="(\d+)"/g)].map(
    ([, x, width]) => [Number(x), Number(x) + Number(width)],
  );

describe('the load strip', () => {
  it('begins with the run and ends with it, a short last part as wide as it is long', () => {
    const strip = bars(html(viewOf(steadyRun([{ speedMps: 2.8, distanceM: 4_500 }]))));
    expect(strip).toHaveLength(5);
    expect(strip[0]?.[0]).toBe(0);
    // Each bar leaves 4 of the 1000 units to the next.
    expect(strip.map(([, right]) => right)).toEqual([218, 440, 662, 885, 996]);
  });

  it('names its end by the distance of the run', () => {
    const page = html(viewOf(steadyRun([{ speedMps: 2.8, distanceM: 4_500 }])));
    expect(page).toMatch(/<p class="strip-scale"[^>]*><span>0<\/span>.*?<span>4\.5 km<\/span>/);
  });

  it('is not drawn for a run of a single part', () => {
    expect(bars(html(viewOf(steadyRun([{ speedMps: 2.8, distanceM: 900 }]))))).toEqual([]);
  });
});

describe('what was found in the file', () => {
  const warned = viewOf(steadyRun(HILLY, { everyS: 5 }), {
    warnings: [{ kind: 'local-time-unknown', message: 'No time zone: yours was taken.' }],
  });
  it('is said with what the runner can do about it', () => {
    expect(html({ ...warned, about: ABOUT })).toContain(
      'No time zone: yours was taken. If it is on the wrong day, set your time zone in Settings.',
    );
  });

  it('is said without advice where nothing can be changed', () => {
    const page = html(warned);
    expect(page).toContain('<li>No time zone: yours was taken.</li>');
    expect(page).not.toContain('Delete this run');
  });
});

describe('a run with something missing', () => {
  it('without altitude says that its hills are not known', () => {
    const page = html(viewOf(steadyRun(HILLY, { everyS: 5, hasAltitude: false })));
    expect(page).toContain('No altitude was recorded: hills of this run are not known.');
    expect(page).toContain('<dd class="usual">no altitude</dd>');
    expect(page).not.toContain('>Grade<');
  });

  it('whose file cannot be read again shows its totals alone', () => {
    const page = html(viewOf(steadyRun(HILLY, { everyS: 5 }), { course: null }));
    expect(page).toContain('10.0 km');
    expect(page).not.toContain('<canvas');
  });

  it('from Strava says that its course is not kept, unless none was known', () => {
    const about: NonNullable<RunDetailView['about']> = { ...ABOUT, source: 'strava' };
    const exposure = runExposure(steadyRun(HILLY));
    const run = viewOf(steadyRun(HILLY), { course: null, fileName: null, about });
    expect(html(run)).toContain('only these numbers are kept');
    const totalsOnly = { ...exposure, loadOrigin: 'session-average' as const };
    expect(html({ ...run, exposure: totalsOnly })).not.toContain('only these numbers are kept');
    expect(html({ ...run, about: ABOUT })).not.toContain('only these numbers are kept');
  });

  it('of even effort has no hardest part', () => {
    const even = steadyRun([{ speedMps: 2.8, distanceM: 8_000 }], { everyS: 5 });
    expect(html(viewOf(even))).toContain('An even run: no part stands out');
  });

  it('on a treadmill says so', () => {
    const page = html(viewOf(steadyRun(HILLY, { everyS: 5 }), { subSport: 'treadmill' }));
    expect(page).toContain('· Treadmill');
  });
});
