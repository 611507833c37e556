import type { Child } from 'hono/jsx';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src/analysis/local-date.ts';
import { AddFilesPage } from '../../../web/pages/add-files-page.tsx';
import { DashboardPage } from '../../../web/pages/dashboard-page.tsx';
import { ErrorPage, NotFoundPage } from '../../../web/pages/error-page.tsx';
import { LandingPage } from '../../../web/pages/landing-page.tsx';
import type { PageContext } from '../../../web/pages/page-context.ts';
import { RunsPage } from '../../../web/pages/runs-page.tsx';
import { SettingsPage } from '../../../web/pages/settings-page.tsx';
import { UrgentPage } from '../../../web/pages/urgent-page.tsx';
import { CONTEXT, runnerView } from '../runner.ts';

const NOTHING = { kept: { otherSports: 0, deleted: 0 }, year: null, years: [] };

const html = (page: Child): string => String(page).replaceAll('\u00a0', ' ');
const headings = (page: string): string[] =>
  [...page.matchAll(/<h1[^>]*>(.*?)<\/h1>/gs)].map(([, text = '']) => text);

const dashboard = (context: PageContext = CONTEXT, habits = {}): string =>
  html(<DashboardPage context={context} view={runnerView(habits)} range="12w" week={null} />);

const SETTINGS = {
  timeZone: 'Europe/Berlin',
  fastThresholdMps: null,
  usualFastThresholdMps: 3.5,
  criticalSpeedMps: 3.2,
  lastTroubleDate: null,
  troubleSpot: null,
  painCeiling: 3,
  isReturning: false,
  today: '2026-03-02' as LocalDate,
};

const PAGES: Record<string, string> = {
  dashboard: dashboard(),
  landing: html(<LandingPage context={CONTEXT} />),
  runs: html(<RunsPage context={CONTEXT} {...NOTHING} runs={[]} />),
  'add files': html(<AddFilesPage context={CONTEXT} />),
  settings: html(<SettingsPage context={CONTEXT} {...SETTINGS} />),
  urgent: html(<UrgentPage context={CONTEXT} />),
  'not found': html(<NotFoundPage context={CONTEXT} />),
  error: html(<ErrorPage context={CONTEXT} detail="Nothing of yours was lost." />),
};

describe.each(Object.entries(PAGES))('the %s page', (_, page) => {
  it('is a whole document with one main heading', () => {
    expect(page).toMatch(/^<!doctype html><html lang="en"/);
    expect(headings(page)).toHaveLength(1);
    expect(page).toContain('<a class="skip-link" href="#main">');
  });

  it('carries the disclaimer and the way to emergency advice', () => {
    expect(page).toContain('General education, not medical advice.');
    expect(page).toMatch(/<a class="urgent-link" href="\/urgent">Sudden pop or sharp pain\?<\/a>/);
  });

  it('holds nothing that the content security policy would refuse', () => {
    expect(page).not.toMatch(/\sstyle=/);
    expect(page).not.toMatch(/\son[a-z]+=/);
    const scripts = [...page.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes);
    for (const attributes of scripts) {
      expect(attributes).toMatch(/src="\/assets\/|type="application\/json"/);
    }
  });

  it('never prints a missing value', () => {
    expect(page).not.toMatch(/NaN|undefined|>null<|Infinity|\[object/);
  });
});

describe('the dashboard', () => {
  it('opens with the status, then flags, and the rest of them behind a disclosure', () => {
    const page = dashboard();
    expect(headings(page)).toEqual(['This week: well above your usual range.']);
    const [first = '', more = ''] = page.split('<details class="more-flags">');
    expect(first.match(/class="card flag"/g)).toHaveLength(3);
    expect(more.match(/class="card flag"/g)?.length).toBeGreaterThan(0);
    expect(page.match(/rose together/g)).toHaveLength(2);
  });

  it('lets flags be hidden, but not those of the demo', () => {
    expect(dashboard()).toContain('action="/flags/hide"');
    const demo = dashboard({ ...CONTEXT, demo: true, basePath: '/demo', path: '/demo' });
    expect(demo).not.toContain('/flags/hide');
    expect(demo).toContain('Demo runner. Not your data.');
    expect(demo).toContain('href="/demo/runs/run-2026-05-10"');
  });

  it('shows no flags in a calm week', () => {
    const page = dashboard(CONTEXT, { isCalm: true });
    expect(headings(page)).toEqual(['This week looks like your usual running.']);
    expect(page).not.toContain('class="card flag"');
  });

  it('says the same seven days in numbers', () => {
    const page = dashboard();
    expect(page).toContain('<dd class="amount">29 km</dd>');
    expect(page).toContain('<dd class="usual">usual 24 km</dd>');
  });

  it('names each chart with its finding, and holds all five tables', () => {
    const page = dashboard();
    expect(page.match(/<canvas role="img" aria-label="[^"]{40,}"/g)).toHaveLength(5);
    expect(page.match(/<table>/g)).toHaveLength(5);
  });

  it('embeds data that cannot break out of its block', () => {
    const block = /<script type="application\/json" id="chart-data">(.*?)<\/script>/s.exec(
      dashboard(),
    );
    expect(block?.[1]).not.toContain('<');
    expect(JSON.parse(block?.[1] ?? '')).toMatchObject({ range: '12w', units: 'km' });
  });

  it('steps to earlier weeks by plain links, and opens on the week asked for', () => {
    const view = runnerView();
    const week = view.weeks.at(-3)?.start ?? null;
    const page = html(<DashboardPage context={CONTEXT} view={view} range="12w" week={week} />);
    expect(page).toContain('<strong data-part="period">20–26 Apr</strong>');
    expect(page).toContain('href="/?range=12w&amp;week=2026-04-13#charts"');
  });

  it('speaks miles to those who run in miles', () => {
    const page = dashboard({ ...CONTEXT, units: 'mi' });
    expect(page).toContain('<dd class="amount">18 mi</dd>');
    expect(page).toContain('mi per week');
    expect(page).not.toMatch(/\d km\b/);
  });
});

describe('the list of runs', () => {
  it('names month, run and level, and says where nothing is known', () => {
    const run = {
      id: 'a',
      localDate: runnerView().today,
      subSport: 'treadmill',
      distanceM: 14_200,
      timerS: 4_800,
      ascentM: null,
      fastM: 0,
      loadAeKm: 15.12,
      level: 'above' as const,
    };
    const page = html(
      <RunsPage context={CONTEXT} {...NOTHING} runs={[run]} year={2026} years={[2026, 2025]} />,
    );
    expect(page).toContain('<a href="/runs/a">Sun 10 May</a>');
    expect(page).toContain('Above usual');
    expect(page).toContain('Treadmill');
    expect(page).toContain('<td class="last-on-phones">–</td>');
    expect(page).toContain('href="/runs?year=2025"');
  });
});

describe('settings', () => {
  it('keeps what was typed when it cannot be read, and says how to write it', () => {
    const invalid = { field: 'fastPace' as const, text: '4.30 <b>' };
    const page = html(<SettingsPage context={CONTEXT} {...SETTINGS} invalid={invalid} />);
    expect(page).toContain('value="4.30 &lt;b&gt;"');
    expect(page).toContain('is not a pace. Write it as 4:30.');
    expect(page).toContain('aria-invalid="true"');
  });

  it('shows the stored pace in the runner’s units', () => {
    const page = html(
      <SettingsPage context={{ ...CONTEXT, units: 'mi' }} {...SETTINGS} fastThresholdMps={4} />,
    );
    expect(page).toContain('value="6:42"');
    expect(page).toContain('m:ss /mi.');
  });
});
