/** Other recordings of a run: which are taken for the same run, which the runner told apart, and a way to change that. */
import { recordingLine, recordingName, SAME_RUN, whyKept } from '../words/en/same-run.ts';
import { isCorrected, type RunAbout } from './run-about.tsx';
import { RECORDINGS_ID } from './run-parts.ts';

export interface RunRecordingsProps {
  runId: string;
  about: RunAbout;
}

export function RunRecordings({ runId, about }: RunRecordingsProps) {
  const { recording, twins, apart } = about;
  return (
    <section class="run-section" aria-labelledby={RECORDINGS_ID}>
      <h2 id={RECORDINGS_ID}>{twins.length > 0 ? SAME_RUN.title : SAME_RUN.titleApart}</h2>
      {twins.length > 0 && <p class="muted">{SAME_RUN.lead}</p>}
      <ul class="card recordings">
        {twins.map((twin) => (
          <li>
            <p class="recording">
              <strong>{recordingName(twin)}</strong>
              <span class="muted">{recordingLine(twin)}</span>
              <span class="muted">{whyKept(recording, twin, isCorrected(about))}</span>
            </p>
            <PairForm
              action={`/runs/${runId}/twins/${twin.id}/separate`}
              verb={SAME_RUN.separate}
              name={recordingName(twin)}
            />
          </li>
        ))}
        {apart.map((other) => (
          <li>
            <p class="recording">
              <a href={`/runs/${other.id}`}>{recordingName(other)}</a>
              <span class="muted">{recordingLine(other)}</span>
              <span class="muted">{SAME_RUN.apart}</span>
            </p>
            <PairForm
              action={`/runs/${runId}/twins/${other.id}/join`}
              verb={SAME_RUN.join}
              name={recordingName(other)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PairForm({ action, verb, name }: { action: string; verb: string; name: string }) {
  return (
    <form method="post" action={action}>
      <button class="button" type="submit">
        {verb}
        <span class="visually-hidden">: {name}</span>
      </button>
    </form>
  );
}
