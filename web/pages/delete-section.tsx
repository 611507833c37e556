/** Deleting an activity, behind a disclosure that says what that means. Works without JavaScript. */
import type { Source } from '../words/en/correct.ts';
import { DELETE } from '../words/en/kept.ts';

export interface DeleteSectionProps {
  id: string;
  isRun: boolean;
  source: Source;
  /** Go with it. */
  otherRecordings: number;
}

export function DeleteSection({ id, isRun, source, otherRecordings }: DeleteSectionProps) {
  return (
    <section
      class="run-section delete-run"
      aria-label={isRun ? DELETE.titleRun : DELETE.titleActivity}
    >
      <details>
        <summary>{isRun ? DELETE.titleRun : DELETE.titleActivity}</summary>
        <form class="card" method="post" action={`/runs/${id}/delete`}>
          <p>{DELETE.words(otherRecordings, source)}</p>
          {isRun && <p class="muted">{DELETE.instead}</p>}
          <button class="button danger" type="submit">
            {isRun ? DELETE.submitRun : DELETE.submitActivity}
          </button>
        </form>
      </details>
    </section>
  );
}
