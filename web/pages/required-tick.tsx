/** A box without which a form does nothing: for what cannot be undone. */
export interface RequiredTickProps {
  name: string;
  label: string;
  /** What is said when the form came without it; `null` when it did not. */
  problem: string | null;
}

export const RequiredTick = ({ name, label, problem }: RequiredTickProps) => (
  <>
    <label class="check">
      <input
        type="checkbox"
        name={name}
        required
        aria-invalid={problem === null ? undefined : 'true'}
        aria-describedby={problem === null ? undefined : `${name}-problem`}
      />
      <span>{label}</span>
    </label>
    {problem !== null && (
      <p class="field-problem" id={`${name}-problem`}>
        {problem}
      </p>
    )}
  </>
);
