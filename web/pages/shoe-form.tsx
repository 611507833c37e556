/** The fields of one shoe: added, or changed. Posted to its own address; works without JavaScript. */
import { SHOES } from '../words/en/shoes.ts';
import type { PageContext } from './page-context.ts';

export const SHOE_FIELDS = ['name', 'dropMm', 'heelLiftMm', 'since', 'retiredOn'] as const;
export type ShoeField = (typeof SHOE_FIELDS)[number];

/** What is in the fields, as text. */
export type ShoeTexts = Record<ShoeField, string>;

/** The field that could not be taken, and why. */
export interface ShoeProblem {
  field: ShoeField;
  why: keyof typeof SHOES.problems;
}

export interface ShoeFormProps {
  context: PageContext;
  /** `null` for a new one. */
  id: string | null;
  texts: ShoeTexts;
  problem: ShoeProblem | null;
}

const INPUTS: Record<ShoeField, { type: 'text' | 'date'; mode?: 'decimal'; isOfNew: boolean }> = {
  name: { type: 'text', isOfNew: true },
  dropMm: { type: 'text', mode: 'decimal', isOfNew: true },
  heelLiftMm: { type: 'text', mode: 'decimal', isOfNew: true },
  since: { type: 'date', isOfNew: true },
  retiredOn: { type: 'date', isOfNew: false },
};

export function ShoeForm({ context, id, texts, problem }: ShoeFormProps) {
  const fields = SHOE_FIELDS.filter((field) => id !== null || INPUTS[field].isOfNew);
  const action = `${context.basePath}/shoes${id === null ? '' : `/${id}`}`;
  return (
    <form class="shoe-form" method="post" action={action}>
      {fields.map((field) => (
        <Field
          id={`${id ?? 'new'}-${field}`}
          field={field}
          value={texts[field]}
          problem={problem?.field === field ? problem.why : null}
        />
      ))}
      <button class="button primary" type="submit">
        {id === null ? SHOES.add : SHOES.save}
      </button>
    </form>
  );
}

interface FieldProps {
  id: string;
  field: ShoeField;
  value: string;
  problem: ShoeProblem['why'] | null;
}

function Field({ id, field, value, problem }: FieldProps) {
  const { label, hint } = SHOES.fields[field];
  const { type, mode } = INPUTS[field];
  const isDescribed = problem !== null || hint !== '';
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={field}
        type={type}
        inputmode={mode}
        value={value}
        required={field === 'name'}
        maxlength={field === 'name' ? 100 : undefined}
        autocomplete="off"
        aria-describedby={isDescribed ? `${id}-hint` : undefined}
        aria-invalid={problem === null ? undefined : 'true'}
      />
      {isDescribed && (
        <p class="hint" id={`${id}-hint`}>
          {problem !== null && <strong class="field-problem">{SHOES.problems[problem]} </strong>}
          {hint}
        </p>
      )}
    </div>
  );
}
