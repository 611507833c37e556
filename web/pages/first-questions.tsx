/** What a new runner may say first, each a link to where it is said; gone once answered or waved away. */
import { FIRST_QUESTIONS } from '../words/en/settings.ts';

export function FirstQuestions() {
  return (
    <section class="card first-questions" aria-labelledby="first-questions">
      <h2 id="first-questions">{FIRST_QUESTIONS.title}</h2>
      <ul>
        {FIRST_QUESTIONS.questions.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
      <form method="post" action="/settings/introduced">
        <button class="quiet" type="submit">
          {FIRST_QUESTIONS.dismiss}
        </button>
      </form>
    </section>
  );
}
