import { expect, it } from 'vitest';
import { runExposure } from '../../../src/analysis/run-exposure.ts';
import { runTotals } from '../../../web/words/en/run.ts';
import { steadyRun } from '../../analysis/steady-run.ts';

const exposure = {
  ...runExposure(steadyRun([{ speedMps: 2.8, distanceM: 4_500 }])),
  ascentM: 100,
  descentM: 90,
  ascentOrigin: 'device' as const,
};

const details = (of?: Parameters<typeof runTotals>[3]) =>
  Object.fromEntries(runTotals(exposure, null, 'km', of).map(({ name, detail }) => [name, detail]));

it('tells who counted the climb: the watch, or Strava, which tells of no descent', () => {
  expect(details()).toMatchObject({ Climb: 'from the watch', Descent: 'from the watch' });
  expect(details({ source: 'strava', isLeftOut: false })).toMatchObject({
    Climb: 'from Strava',
    Descent: 'from altitude',
  });
});

it('asks for no more runs where a run is compared with none because it does not count', () => {
  expect(details()['Fast running']).toBe('needs five runs before');
  expect(details({ source: 'file', isLeftOut: true })['Fast running']).toBe(
    'told of runs that count',
  );
});

it('does not ask for more runs, or for altitude, where only the totals of a run are known', () => {
  const typedIn = { ...exposure, loadOrigin: 'session-average' as const, descentM: null };
  const totals = runTotals(typedIn, null, 'km', { source: 'strava', isLeftOut: false });
  expect(Object.fromEntries(totals.map(({ name, detail }) => [name, detail]))).toMatchObject({
    Climb: 'from Strava',
    Descent: 'only totals are known',
    'Fast running': 'only totals are known',
  });
});
