/** Answers to one question, each a button for a thumb; the last one takes the answer back. */
import { CHECK_IN } from '../words/en/check-in.ts';

export interface ChoiceFieldProps {
  name: string;
  label: string;
  hint?: string;
  /** Value → text, in order. */
  options: readonly (readonly [value: string, text: string])[];
  /** `null`: not said. */
  chosen: string | null;
  /** Answers as wide as their texts, instead of six in a row. */
  isWide?: boolean;
}

export const SCALE: readonly (readonly [string, string])[] = Array.from({ length: 11 }, (_, n) => [
  String(n),
  String(n),
]);

export function ChoiceField(props: ChoiceFieldProps) {
  const { name, label, hint, options, chosen, isWide = false } = props;
  return (
    <fieldset
      class="choice-field"
      data-field={name}
      aria-describedby={hint === undefined ? undefined : `${name}-hint`}
    >
      <legend>{label}</legend>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <div class={isWide ? 'choices wide' : 'choices'}>
        {options.map(([value, text]) => (
          <label>
            <input type="radio" name={name} value={value} checked={value === chosen} />
            <span>{text}</span>
          </label>
        ))}
        <NotSaid name={name} isChosen={!options.some(([value]) => value === chosen)} />
      </div>
    </fieldset>
  );
}

function NotSaid({ name, isChosen }: { name: string; isChosen: boolean }) {
  return (
    <label class="not-said">
      <input type="radio" name={name} value="" checked={isChosen} aria-label={CHECK_IN.notSaid} />
      <span aria-hidden="true">–</span>
    </label>
  );
}
