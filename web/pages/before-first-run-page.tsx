/** Looking back at a day before the runner's first run: there is nothing to judge, and a way back to today. */
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { formatDayYear } from '../format.ts';
import { BEFORE_FIRST_RUN, DASHBOARD } from '../words/en/dashboard.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

export function BeforeFirstRunPage({ context, on }: { context: PageContext; on: LocalDate }) {
  return (
    <Layout context={context} title={DASHBOARD.title}>
      <div class="page-head">
        <h1>{BEFORE_FIRST_RUN.headline(formatDayYear(on))}</h1>
        <p>{BEFORE_FIRST_RUN.detail}</p>
        <p>
          <a class="button primary" href={context.basePath || '/'}>
            {BEFORE_FIRST_RUN.action}
          </a>
        </p>
      </div>
    </Layout>
  );
}
