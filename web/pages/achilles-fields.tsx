/**
 * What the runner knows of the tendon: last trouble, its spot, how much pain is too much, coming back. Fields posted:
 * `trouble` none|now|date, `troubleDate` a day (read with `date` alone), `troubleSpot` a spot or empty, `painCeiling` 3|5,
 * `isReturning` yes|no.
 */
import type { Spot } from '../../src/analysis/diary.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { ACHILLES } from '../words/en/settings.ts';
import { RadioField } from './radio-field.tsx';

export type AchillesField =
  | 'trouble'
  | 'troubleDate'
  | 'troubleSpot'
  | 'painCeiling'
  | 'isReturning';

export interface AchillesFieldsProps {
  /** `null`: none, or not said. */
  lastTroubleDate: LocalDate | null;
  troubleSpot: Spot | null;
  painCeiling: number;
  isReturning: boolean;
  today: LocalDate;
  /** What was typed and is no day of the past. */
  wrongDate: string | null;
}

export function AchillesFields(props: AchillesFieldsProps) {
  const { troubleSpot, painCeiling, isReturning } = props;
  return (
    <section class="settings-part" aria-labelledby="achilles">
      <h2 id="achilles">{ACHILLES.title}</h2>
      <p class="hint">{ACHILLES.lead}</p>
      <TroubleField {...props} />
      <RadioField
        name="troubleSpot"
        label={ACHILLES.spot.label}
        hint={ACHILLES.spot.hint}
        options={ACHILLES.spot.options}
        chosen={troubleSpot ?? ''}
      />
      <RadioField
        name="painCeiling"
        label={ACHILLES.painCeiling.label}
        hint={ACHILLES.painCeiling.hint}
        options={ACHILLES.painCeiling.options}
        chosen={String(painCeiling)}
      />
      <RadioField
        name="isReturning"
        label={ACHILLES.isReturning.label}
        hint={ACHILLES.isReturning.hint}
        options={ACHILLES.isReturning.options}
        chosen={isReturning ? 'yes' : 'no'}
      />
    </section>
  );
}

function TroubleField({ lastTroubleDate, today, wrongDate }: AchillesFieldsProps) {
  const isDated = wrongDate !== null || (lastTroubleDate !== null && lastTroubleDate !== today);
  const dated = isDated ? 'date' : 'now';
  return (
    <>
      <RadioField
        name="trouble"
        label={ACHILLES.trouble.label}
        hint={ACHILLES.trouble.hint}
        options={ACHILLES.trouble.options}
        chosen={lastTroubleDate === null && wrongDate === null ? 'none' : dated}
      />
      <div class="field trouble-date">
        <label for="troubleDate">{ACHILLES.troubleDate.label}</label>
        <input
          id="troubleDate"
          name="troubleDate"
          type="date"
          max={today}
          value={wrongDate ?? lastTroubleDate ?? ''}
          aria-describedby="troubleDate-hint"
          aria-invalid={wrongDate === null ? undefined : 'true'}
        />
        <p class="hint" id="troubleDate-hint">
          {wrongDate !== null && (
            <strong class="field-problem">{ACHILLES.troubleDate.wrong} </strong>
          )}
          {ACHILLES.troubleDate.hint}
        </p>
      </div>
    </>
  );
}
