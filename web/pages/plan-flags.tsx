/** What a planned run would raise. Read out when it changes. */
import { LEVEL_WORDS } from '../words/en/flags.ts';
import { PLAN, type PlanWords } from '../words/en/plan.ts';

export function PlanFlags({ words }: { words: PlanWords }) {
  return (
    <section class="card would-flag" aria-labelledby="would-flag-title">
      <h2 id="would-flag-title">{PLAN.what}</h2>
      <p role="status" data-part="verdict">
        {words.verdict}
      </p>
      <ul data-part="would-flag">
        {words.flags.map(({ title, because, level }) => (
          <li data-level={level}>
            <strong>{title}</strong>
            <span class="tag">{LEVEL_WORDS[level]}</span>
            <p class="because">{because}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
