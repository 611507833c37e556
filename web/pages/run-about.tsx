/** What the runner can put right about a run: corrections beside what the file says, and other recordings of it. */
import type { RunExposure } from '../../src/analysis/run-exposure.ts';
import { distanceUnit, formatRunDistance, inDistanceUnit } from '../format.ts';
import { CORRECT, SPORT_WORDS, SURFACE_WORDS, sportWord } from '../words/en/correct.ts';
import { type RecordingWords, recordingLine, SAME_RUN, whyKept } from '../words/en/same-run.ts';
import type { PageContext } from './page-context.ts';

type Surface = keyof typeof SURFACE_WORDS;
type Recording = RecordingWords & { id: string };

export interface RunAbout {
  name: string | null;
  shoe: string | null;
  sport: string;
  surface: Surface | null;
  leftOut: keyof typeof CORRECT.leftOut | null;
  /** Only what the runner changed. */
  corrections: Partial<CorrectableValues> & { excluded?: true };
  original: { [Key in keyof CorrectableValues]: CorrectableValues[Key] | null };
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
  const { about } = props;
  return (
    <>
      {about.twins.length + about.apart.length > 0 && <Recordings {...props} />}
      <section class="run-notes" aria-labelledby="correct-title">
        <h2 id="correct-title">{CORRECT.title}</h2>
        <p class="muted">{CORRECT.lead}</p>
        {Object.keys(about.corrections).length > 0 && <Changes {...props} />}
        <CorrectionForm {...props} />
      </section>
    </>
  );
}

function Recordings({ runId, about }: RunAboutProps) {
  const { recording, twins, apart, corrections } = about;
  const isCorrected = Object.keys(corrections).length > 0;
  return (
    <section class="run-notes" aria-labelledby="recordings-title">
      <h2 id="recordings-title">{SAME_RUN.title}</h2>
      {twins.length > 0 && <p class="muted">{SAME_RUN.lead}</p>}
      <ul>
        {twins.map((twin) => (
          <li>
            {recordingLine(twin)} <span class="muted">{whyKept(recording, twin, isCorrected)}</span>
            <form method="post" action={`/runs/${runId}/twins/${twin.id}/separate`}>
              <button class="button" type="submit">
                {SAME_RUN.separate}
              </button>
            </form>
          </li>
        ))}
        {apart.map((other) => (
          <li>
            {SAME_RUN.apart}: <a href={`/runs/${other.id}`}>{recordingLine(other)}</a>
            <form method="post" action={`/runs/${runId}/twins/${other.id}/join`}>
              <button class="button" type="submit">
                {SAME_RUN.join}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ context, runId, about }: RunAboutProps) {
  const { corrections, original } = about;
  const distance = (metres: number | null | undefined) =>
    metres == null ? null : formatRunDistance(metres, context.units);
  const sport = (name: string | undefined) => (name === undefined ? null : sportWord(name));
  const surface = (name: Surface | null | undefined) => (name == null ? null : SURFACE_WORDS[name]);
  const rows = [
    [CORRECT.name, corrections.name, original.name],
    [
      CORRECT.distance(distanceUnit(context.units)),
      distance(corrections.distanceM),
      distance(original.distanceM),
    ],
    [CORRECT.sport, sport(corrections.sport), sport(original.sport ?? undefined)],
    [CORRECT.surface, surface(corrections.surface), surface(original.surface)],
    [CORRECT.shoe, corrections.shoe, original.shoe],
  ] as const;
  return (
    <form method="post" action={`/runs/${runId}/corrections/undo`}>
      <h3>{CORRECT.changed}</h3>
      <ul>
        {rows
          .filter(([, value]) => value != null)
          .map(([name, value, before]) => (
            <li>
              {name}: {value}, {CORRECT.was(before ?? CORRECT.nothing)}
            </li>
          ))}
        {corrections.excluded && <li>{CORRECT.leftOut.excluded}</li>}
      </ul>
      <button class="button" type="submit">
        {CORRECT.undo}
      </button>
    </form>
  );
}

function CorrectionForm({ context, runId, about, exposure }: RunAboutProps) {
  const { units } = context;
  const distance =
    exposure.distanceM === null ? '' : inDistanceUnit(exposure.distanceM, units).toFixed(2);
  const sports = new Set([...Object.keys(SPORT_WORDS), about.sport, about.original.sport ?? '']);
  sports.delete('');
  return (
    <details>
      <summary>{CORRECT.open}</summary>
      <form class="card settings" method="post" action={`/runs/${runId}/correct`}>
        <Field label={CORRECT.name} name="name" value={about.name ?? ''} />
        <Field
          label={CORRECT.distance(distanceUnit(units))}
          name="distance"
          value={distance}
          mode="decimal"
        />
        <Choice
          label={CORRECT.sport}
          name="sport"
          value={about.sport}
          options={[...sports].map((sport) => [sport, sportWord(sport)])}
        />
        <Choice
          label={CORRECT.surface}
          name="surface"
          value={about.surface ?? ''}
          options={[['', CORRECT.unknownSurface], ...Object.entries(SURFACE_WORDS)]}
        />
        <Field label={CORRECT.shoe} name="shoe" value={about.shoe ?? ''} />
        <p>
          <label>
            <input type="checkbox" name="excluded" checked={about.corrections.excluded === true} />{' '}
            {CORRECT.excluded}
          </label>
        </p>
        <button class="button primary" type="submit">
          {CORRECT.save}
        </button>
      </form>
    </details>
  );
}

interface FieldProps {
  label: string;
  name: string;
  value: string;
}

function Field({ label, name, value, mode }: FieldProps & { mode?: 'decimal' }) {
  return (
    <div class="field">
      <label for={`correct-${name}`}>{label}</label>
      <input
        id={`correct-${name}`}
        name={name}
        value={value}
        inputmode={mode ?? 'text'}
        maxlength={255}
      />
    </div>
  );
}

function Choice({
  label,
  name,
  value,
  options,
}: FieldProps & { options: readonly (readonly [value: string, text: string])[] }) {
  return (
    <div class="field">
      <label for={`correct-${name}`}>{label}</label>
      <select id={`correct-${name}`} name={name}>
        {options.map(([option, text]) => (
          <option value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
