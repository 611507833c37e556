/** A run in a short list: its day and distance, leading to its page. */
import type { SessionComparison } from '../../src/analysis/dashboard-view.ts';
import { formatRunDistance, formatWeekdayDay } from '../format.ts';
import type { PageContext } from './page-context.ts';

export interface RunLinkProps {
  context: PageContext;
  run: Pick<SessionComparison, 'runId' | 'date' | 'distanceM'>;
}

export function RunLink({ context, run }: RunLinkProps) {
  return (
    <li>
      <a href={`${context.basePath}/runs/${run.runId}`}>
        <span>{formatWeekdayDay(run.date)}</span>
        <span class="number">{formatRunDistance(run.distanceM, context.units)}</span>
      </a>
    </li>
  );
}
