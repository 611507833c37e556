/** A question with a few answers, all in sight. */
export interface RadioFieldProps {
  name: string;
  label: string;
  hint?: string;
  /** Value → label, in order. */
  options: Readonly<Record<string, string>>;
  chosen: string;
}

export function RadioField({ name, label, hint, options, chosen }: RadioFieldProps) {
  return (
    <fieldset class="field" aria-describedby={hint === undefined ? undefined : `${name}-hint`}>
      <legend>{label}</legend>
      <div class="segments">
        {Object.entries(options).map(([value, text]) => (
          <label>
            <input type="radio" name={name} value={value} checked={value === chosen} />
            <span>{text}</span>
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
