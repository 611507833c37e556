/** From a day with symptoms to what was flagged in the six weeks before it. */
import type { DashboardView, SymptomDay, SymptomStrip } from '../../src/analysis/dashboard-view.ts';
import { addDays, type LocalDate } from '../../src/analysis/local-date.ts';
import { PAIN_NOTICED } from '../../src/analysis/policy.ts';
import { formatDayNear } from '../format.ts';
import { DASHBOARD } from '../words/en/dashboard.ts';
import type { PageContext } from './page-context.ts';

/** The latest days to choose from; any other day is chosen on the page itself. */
const LINKED_DAYS = 5;

export function FlareLinks({ context, view }: { context: PageContext; view: DashboardView }) {
  const days = view.symptoms === null ? [] : daysWithSymptoms(view.symptoms).slice(-LINKED_DAYS);
  if (days.length === 0) return null;
  return (
    <p class="flare-links">
      {DASHBOARD.beforeFlare}{' '}
      {days.reverse().map((date) => (
        <a href={`${context.basePath}/flare?on=${date}`}>{formatDayNear(date, view.today)}</a>
      ))}
    </p>
  );
}

function daysWithSymptoms({ firstDate, days }: SymptomStrip): LocalDate[] {
  return days.flatMap((day, index) =>
    day !== null && isSymptomatic(day) ? [addDays(firstDate, index)] : [],
  );
}

const isSymptomatic = ({ pain, nextDayResponse, isStiffer }: SymptomDay): boolean =>
  nextDayResponse === 'worse' || isStiffer || (pain !== null && pain > PAIN_NOTICED);
