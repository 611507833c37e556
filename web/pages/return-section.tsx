/** Coming back from Achilles trouble: what the runner has logged as met, and one thing at a time. */
import type { LocalDate } from '../../src/analysis/local-date.ts';
import type { ReturnMode } from '../../src/analysis/planner/return-mode.ts';
import { CRITERION_WORDS, PLAN, risingWords } from '../words/en/plan.ts';
import type { PageContext } from './page-context.ts';

interface ReturnSectionProps {
  context: PageContext;
  today: LocalDate;
  /** `null` while the runner is not coming back. */
  returning: ReturnMode | null;
}

export function ReturnSection({ context, today, returning }: ReturnSectionProps) {
  if (returning === null) return context.demo ? null : <StartReturning />;
  const { criteria, rising } = returning;
  return (
    <section class="card returning" aria-labelledby="returning-title">
      <h2 id="returning-title">{PLAN.returning.title}</h2>
      <p>{PLAN.returning.order}</p>
      <p class="notice" data-part="rising" hidden={rising.length < 2}>
        {rising.length < 2 ? '' : risingWords(rising)}
      </p>
      <p class="hint">{PLAN.returning.criteria}</p>
      <ul class="criteria">
        {criteria.map(({ criterion, metOn }) => (
          <li>
            <form method="post" action="/plan/criteria">
              <input type="hidden" name="criterion" value={criterion} />
              <input type="hidden" name="isMet" value={metOn === null ? 'true' : 'false'} />
              <span>
                {CRITERION_WORDS[criterion]}
                <span class="tag">
                  {metOn === null ? PLAN.returning.notMet : PLAN.returning.met(metOn, today)}
                </span>
              </span>
              <button class="button" type="submit">
                {metOn === null ? PLAN.returning.setMet : PLAN.returning.setNotMet}
                <span class="visually-hidden">: {CRITERION_WORDS[criterion]}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action="/plan/returning">
        <input type="hidden" name="isReturning" value="false" />
        <button class="quiet" type="submit">
          {PLAN.returning.stop}
        </button>
      </form>
    </section>
  );
}

function StartReturning() {
  return (
    <form class="start-returning" method="post" action="/plan/returning">
      <input type="hidden" name="isReturning" value="true" />
      <button class="quiet" type="submit">
        {PLAN.returning.start}
      </button>
      <p class="hint">{PLAN.returning.startHint}</p>
    </form>
  );
}
