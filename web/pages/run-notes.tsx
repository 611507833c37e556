/** About a recording: what was found in its file, what was done about it, what the runner can do, and its name. */
import type { Warning } from '../../src/analysis/activity.ts';
import { RUN } from '../words/en/run.ts';
import { WARNING_ADVICE } from '../words/en/warnings.ts';

export interface RunNotesProps {
  warnings: readonly Warning[];
  fileName: string | null;
  /** Nothing can be done about a run of the demo. */
  isReadOnly?: boolean;
}

export function RunNotes({ warnings, fileName, isReadOnly = false }: RunNotesProps) {
  if (warnings.length === 0 && fileName === null) return null;
  return (
    <section class="run-section run-notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{RUN.notes}</h2>
      {warnings.length > 0 && (
        <ul>
          {warnings.map(({ kind, message }) => (
            <li>
              {message}
              {!isReadOnly && WARNING_ADVICE[kind] !== null && ` ${WARNING_ADVICE[kind]}`}
            </li>
          ))}
        </ul>
      )}
      {fileName !== null && (
        <p class="muted file-of-run">
          {RUN.file}: {fileName}
        </p>
      )}
    </section>
  );
}
