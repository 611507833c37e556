/** Deleting an activity, behind a disclosure that says what that means. Works without JavaScript. */
import { DELETE } from '../words/en/kept.ts';

export interface DeleteSectionProps {
  id: string;
  isRun: boolean;
  /** Go with it. */
  otherRecordings: number;
}

export function DeleteSection({ id, isRun, otherRecordings }: DeleteSectionProps) {
  return (
    <section
      class="run-section delete-run"
      aria-label={isRun ? DELETE.titleRun : DELETE.titleActivity}
    >
      <details>
        <summary>{isRun ? DELETE.titleRun : DELETE.titleActivity}</summary>
        <form class="card" method="post" action={`/runs/${id}/delete`}>
          <p>{DELETE.words(otherRecordings)}</p>
          {isRun && <p class="muted">{DELETE.instead}</p>}
          <button class="button danger" type="submit">
            {isRun ? DELETE.submitRun : DELETE.submitActivity}
          </button>
        </form>
      </details>
    </section>
  );
}
