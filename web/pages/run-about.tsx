/** What the runner can put right about a run: corrections beside what the file says, and other recordings of it. */
import type { RunExposure } from '../../src/analysis/run-exposure.ts';
import { formatRunDistance } from '../format.ts';
import { CORRECT, type Source, SURFACE_WORDS, sportWord } from '../words/en/correct.ts';
import type { RecordingWords } from '../words/en/same-run.ts';
import { CorrectionForm } from './correction-form.tsx';
import type { PageContext } from './page-context.ts';
import { CORRECT_ID } from './run-parts.ts';
import { RunRecordings } from './run-recordings.tsx';

type Surface = keyof typeof SURFACE_WORDS;
type Recording = RecordingWords & { id: string };

export interface RunAbout {
  source: Source;
  name: string | null;
  shoe: string | null;
  /** Names of the shoes it may have been. */
  shoes: readonly string[];
  sport: string;
  surface: Surface | null;
  leftOut: keyof typeof CORRECT.leftOut | null;
  /** Only what the runner changed. */
  corrections: Partial<CorrectableValues> & { excluded?: true };
  original: { [Key in keyof CorrectableValues]: CorrectableValues[Key] | null } & {
    /** Its shoe is that of the run before, for want of another word. */
    isShoeOfRunBefore: boolean;
  };
  recording: Recording;
  twins: readonly Recording[];
  apart: readonly Recording[];
}

interface CorrectableValues {
  name: string;
  distanceM: number;
  sport: string;
  surface: Surface;
  shoe: string;
}

export interface RunAboutProps {
  context: PageContext;
  runId: string;
  about: RunAbout;
  exposure: Pick<RunExposure, 'distanceM'>;
}

export function RunAboutSections(props: RunAboutProps) {
  const { runId, about } = props;
  return (
    <>
      {about.twins.length + about.apart.length > 0 && <RunRecordings runId={runId} about={about} />}
      <section class="run-section" aria-labelledby={CORRECT_ID}>
        <h2 id={CORRECT_ID}>{CORRECT.title}</h2>
        <p class="muted">{CORRECT.lead[about.source]}</p>
        {isCorrected(about) && <Changes {...props} />}
        <details class="correct">
          <summary>{CORRECT.open}</summary>
          <CorrectionForm {...props} />
        </details>
      </section>
    </>
  );
}

export const isCorrected = ({ corrections }: Pick<RunAbout, 'corrections'>): boolean =>
  Object.keys(corrections).length > 0;

function Changes({ context, runId, about }: RunAboutProps) {
  return (
    <form class="card changes" method="post" action={`/runs/${runId}/corrections/undo`}>
      <h3>{CORRECT.changed}</h3>
      <dl>
        {changes(about, context).map(({ name, value, original }) => (
          <div>
            <dt>{name}</dt>
            <dd>
              {value}
              {original !== null && <span class="muted">, {CORRECT.was(original)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <button class="button" type="submit">
        {CORRECT.undo}
      </button>
    </form>
  );
}

interface Change {
  name: string;
  value: string;
  /** `null` where there is nothing to compare with. */
  original: string | null;
}

/** Only what the runner changed, in the order of the form. */
function changes({ corrections, original }: RunAbout, { units }: PageContext): Change[] {
  const { name, distanceM, sport, surface, shoe, excluded } = corrections;
  const change = <Value,>(
    label: string,
    value: Value | undefined,
    before: Value | null,
    word: (value: Value) => string,
  ): Change[] =>
    value === undefined
      ? []
      : [
          {
            name: label,
            value: word(value),
            original: before === null ? CORRECT.nothing : word(before),
          },
        ];
  const asIs = (text: string) => text;
  return [
    ...change(CORRECT.name, name, original.name, asIs),
    ...change(CORRECT.distanceName, distanceM, original.distanceM, (metres) =>
      formatRunDistance(metres, units),
    ),
    ...change(CORRECT.sport, sport, original.sport, sportWord),
    ...change(CORRECT.surface, surface, original.surface, (of) => SURFACE_WORDS[of]),
    ...change(CORRECT.shoe, shoe, original.shoe, asIs),
    ...(excluded ? [{ name: CORRECT.excluded, value: CORRECT.yes, original: null }] : []),
  ];
}
