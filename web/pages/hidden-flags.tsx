/** How many flags are put aside, until when, and a way to have them back that works without JavaScript. */
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import { formatDayNear } from '../format.ts';
import { DASHBOARD } from '../words/en/dashboard.ts';

export function HiddenFlags({ view: { hiddenFlags, today } }: { view: DashboardView }) {
  const last = hiddenFlags
    .map(({ until }) => until)
    .sort()
    .at(-1);
  if (last === undefined) return null;
  return (
    <form class="hidden-flags" method="post" action="/flags/show">
      {DASHBOARD.hiddenFlags(hiddenFlags.length, formatDayNear(last, today))} ·{' '}
      <button class="quiet" type="submit">
        {DASHBOARD.show}
      </button>
    </form>
  );
}
