/** What the dashboard would have said on a past day: a date, and the way back. Works without JavaScript. */
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import type { Range } from '../chart-data/range.ts';
import { DASHBOARD } from '../words/en/dashboard.ts';
import type { PageContext } from './page-context.ts';

interface LookBackProps {
  context: PageContext;
  view: DashboardView;
  range: Range;
  on: LocalDate | null;
}

export function LookBack({ context, view, range, on }: LookBackProps) {
  const path = context.basePath || '/';
  return (
    <form class="look-back" method="get" action={path}>
      <input type="hidden" name="range" value={range} />
      <label for="look-back-on">{DASHBOARD.lookBack}</label>
      <input
        type="date"
        id="look-back-on"
        name="on"
        value={on ?? view.asOf}
        max={view.today}
        required
      />
      <button class="button" type="submit">
        {DASHBOARD.lookBackAction}
      </button>
      {on !== null && <a href={path}>{DASHBOARD.backToToday}</a>}
    </form>
  );
}
