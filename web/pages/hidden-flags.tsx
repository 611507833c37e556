/** Which flags are put aside, until when, and a way to have each of them back that works without JavaScript. */
import type { DashboardView, HiddenFlag } from '../../src/analysis/dashboard-view.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { formatDayNear } from '../format.ts';
import { DASHBOARD } from '../words/en/dashboard.ts';
import { describeFlag } from '../words/en/flags.ts';
import type { PageContext } from './page-context.ts';

export interface HiddenFlagsProps {
  context: PageContext;
  view: DashboardView;
  /** The past day looked back at; `null` is today. */
  on: LocalDate | null;
}

export function HiddenFlags({ context, view: { hiddenFlags, today }, on }: HiddenFlagsProps) {
  const last = hiddenFlags
    .map(({ until }) => until)
    .sort()
    .at(-1);
  if (last === undefined) return null;
  return (
    <details class="hidden-flags">
      <summary>{DASHBOARD.hiddenFlags(hiddenFlags.length, formatDayNear(last, today))}</summary>
      <ul class="card">
        {hiddenFlags.map((hidden) => (
          <Hidden context={context} hidden={hidden} on={on} />
        ))}
      </ul>
      {hiddenFlags.length > 1 && (
        <form method="post" action={`/flags/show-all${on === null ? '' : `?on=${on}`}`}>
          <button class="quiet" type="submit">
            {DASHBOARD.showAll}
          </button>
        </form>
      )}
    </details>
  );
}

function Hidden({
  context,
  hidden: { flag },
  on,
}: Pick<HiddenFlagsProps, 'context' | 'on'> & { hidden: HiddenFlag }) {
  const { title } = describeFlag(flag, context.units);
  return (
    <li>
      <span>{title}</span>
      <form method="post" action="/flags/show">
        <input type="hidden" name="rule" value={flag.rule} />
        <input type="hidden" name="quantity" value={flag.quantity} />
        <input type="hidden" name="date" value={flag.date} />
        {on !== null && <input type="hidden" name="on" value={on} />}
        <button class="quiet" type="submit">
          {DASHBOARD.show}
          <span class="visually-hidden">: {title}</span>
        </button>
      </form>
    </li>
  );
}
