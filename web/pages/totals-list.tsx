/** What an activity comes to: a name, an amount and what is to be said of it. */
import { RUN } from '../words/en/run.ts';

export interface TotalsListProps {
  /** What has to be said of all of them. */
  note?: string | null;
  totals: readonly { name: string; amount: string; detail: string | null }[];
}

export function TotalsList({ totals, note = null }: TotalsListProps) {
  return (
    <section class="seven-days totals" aria-labelledby="totals-title">
      <h2 id="totals-title" class="visually-hidden">
        {RUN.totals}
      </h2>
      <dl>
        {totals.map(({ name, amount, detail }) => (
          <div>
            <dt>{name}</dt>
            <dd class="amount">{amount}</dd>
            {detail !== null && <dd class="usual">{detail}</dd>}
          </div>
        ))}
      </dl>
      {note !== null && <p class="totals-note muted">{note}</p>}
    </section>
  );
}
