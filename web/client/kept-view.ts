/** Says of a page that the browser kept, shown without a network, of when it is. */

import type { LocalDate } from '../../src/analysis/local-date.ts';
import { formatTimeOfDay, formatWeekdayDay } from '../format.ts';
import { FRAME } from '../words/en/frame.ts';
import { element } from './elements.ts';

const MS_PER_MINUTE = 60_000;

/** `keptAt`: an instant in ISO 8601, put into the page by the service worker. */
export function showKeptAt(keptAt: string): void {
  const then = new Date(keptAt);
  const offsetMs = -then.getTimezoneOffset() * MS_PER_MINUTE;
  const local = new Date(then.getTime() + offsetMs).toISOString().slice(0, 10) as LocalDate;
  const when = `${formatWeekdayDay(local)}, ${formatTimeOfDay(then.getTime() / 1000, offsetMs / 1000)}`;
  const banner = element('aside', { className: 'kept-view' }, [
    element('p', { text: FRAME.keptView(when) }),
  ]);
  document.querySelector('main')?.before(banner);
}
