/** The form that corrects a run: what counts now in each field, and what it was beside it. Works without JavaScript. */
import { distanceUnit, formatRunDistance, inDistanceUnit } from '../format.ts';
import { CORRECT, SPORT_WORDS, SURFACE_WORDS, sportWord } from '../words/en/correct.ts';
import { RadioField } from './radio-field.tsx';
import type { RunAboutProps } from './run-about.tsx';

/** As the server reads it: a comma is a point, and nothing is no distance. */
const ABOVE_ZERO = String.raw`\s*(?=.*[1-9])\d{1,3}([.,]\d+)?\s*`;

export function CorrectionForm({ context, runId, about, exposure }: RunAboutProps) {
  const { units } = context;
  const { corrections, original } = about;
  const distance =
    exposure.distanceM === null ? '' : inDistanceUnit(exposure.distanceM, units).toFixed(2);
  // Also where that is zero: left alone, it must not hold up what else the form says.
  const asItStands = distance.replace('.', String.raw`\.`);
  const wasDistance =
    original.distanceM === null ? CORRECT.nothing : formatRunDistance(original.distanceM, units);
  return (
    <form class="card settings correction" method="post" action={`/runs/${runId}/correct`}>
      <TextField label={CORRECT.name} name="name" value={about.name ?? ''} />
      <TextField
        label={CORRECT.distance(distanceUnit(units))}
        name="distance"
        value={distance}
        mode="decimal"
        pattern={`${ABOVE_ZERO}|${asItStands}`}
        format={CORRECT.distanceFormat}
        hint={corrections.distanceM === undefined ? undefined : CORRECT.fileSays(wasDistance)}
      />
      <SportField about={about} />
      <RadioField
        name="surface"
        label={CORRECT.surface}
        options={{ '': CORRECT.unknownSurface, ...SURFACE_WORDS }}
        chosen={about.surface ?? ''}
      />
      {about.shoes.length > 0 && <ShoeField about={about} />}
      <TextField
        label={about.shoes.length > 0 ? CORRECT.newShoe : CORRECT.shoe}
        name="newShoe"
        value=""
        hint={CORRECT.newShoeHint}
      />
      <div class="field">
        <label class="check">
          <input
            type="checkbox"
            name="excluded"
            checked={corrections.excluded === true}
            aria-describedby="excluded-hint"
          />
          {CORRECT.excluded}
        </label>
        <p class="hint" id="excluded-hint">
          {CORRECT.excludedHint}
        </p>
      </div>
      <button class="button primary" type="submit">
        {CORRECT.save}
      </button>
    </form>
  );
}

/** What the file calls it is a choice, however rare the sport. */
function SportField({ about }: Pick<RunAboutProps, 'about'>) {
  const sports = new Set([...Object.keys(SPORT_WORDS), about.sport, about.original.sport ?? '']);
  sports.delete('');
  return (
    <div class="field">
      <label for="correct-sport">{CORRECT.sport}</label>
      <select id="correct-sport" name="sport">
        {[...sports].map((sport) => (
          <option value={sport} selected={sport === about.sport}>
            {sportWord(sport)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The first choice is no word of the runner: what the file says, or the shoe of the run before. */
function ShoeField({ about }: Pick<RunAboutProps, 'about'>) {
  const { shoe, isShoeOfRunBefore } = about.original;
  return (
    <div class="field">
      <label for="correct-shoe">{CORRECT.shoe}</label>
      <select id="correct-shoe" name="shoe">
        <option value="">
          {shoe === null
            ? CORRECT.unknownShoe
            : CORRECT.unsaidShoe(shoe, isShoeOfRunBefore, about.source)}
        </option>
        {about.shoes.map((name) => (
          <option value={name} selected={name === about.corrections.shoe}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TextFieldProps {
  label: string;
  name: string;
  value: string;
  mode?: 'text' | 'decimal';
  /** What a browser takes, and what it says of the rest. */
  pattern?: string;
  format?: string;
  hint?: string | undefined;
}

function TextField(props: TextFieldProps) {
  const { label, name, value, mode = 'text', pattern, format, hint } = props;
  const id = `correct-${name}`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        value={value}
        inputmode={mode}
        pattern={pattern}
        title={format}
        maxlength={255}
        autocomplete="off"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
