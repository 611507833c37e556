/** The questions of a check-in that are not of every day: heel raises, strengthening, hop test, other sport, note. */
import { HOP_TESTS, STRENGTHENING } from '../../src/analysis/diary.ts';
import { CHECK_IN, OTHER_SPORTS } from '../words/en/check-in.ts';
import { symmetryWords } from '../words/en/check-in-said.ts';
import type { FieldsProps } from './check-in-fields.tsx';
import { ChoiceField } from './choice-field.tsx';

interface NumberFieldProps {
  name: string;
  label: string;
  max: number;
  value: number | null | undefined;
}

function NumberField({ name, label, max, value }: NumberFieldProps) {
  return (
    <label class="number-field">
      <span>{label}</span>
      <input
        type="number"
        name={name}
        inputmode="numeric"
        min="0"
        max={String(max)}
        value={value == null ? '' : String(value)}
      />
    </label>
  );
}

export function WeeklyFields({ day }: FieldsProps) {
  const words = CHECK_IN.weekly;
  const { heelRaisesLeft: left = null, heelRaisesRight: right = null } = day?.checkIn ?? {};
  const fields = (
    <>
      <p class="hint">{words.hint}</p>
      <div class="number-fields">
        <NumberField name="heelRaisesLeft" label={words.left} max={200} value={left} />
        <NumberField name="heelRaisesRight" label={words.right} max={200} value={right} />
      </div>
      <p class="symmetry" data-part="symmetry">
        {symmetryWords(left, right)}
      </p>
    </>
  );
  return day === null || day.isHeelRaiseDue || left !== null || right !== null ? (
    <section class="card" aria-labelledby="weekly-title">
      <h2 id="weekly-title">{words.title}</h2>
      {fields}
    </section>
  ) : (
    <details class="card">
      <summary>{words.later}</summary>
      {fields}
    </details>
  );
}

export function StrengtheningField({ day }: FieldsProps) {
  const { title, options } = CHECK_IN.strengthening;
  const said = day?.checkIn?.strengthening ?? null;
  const isChecked = (kind: (typeof STRENGTHENING)[number]) => said?.includes(kind) ?? false;
  return (
    <section class="card">
      <fieldset class="choice-field" data-field="strengthening">
        <legend>{title}</legend>
        <div class="choices wide">
          {STRENGTHENING.map((kind) => (
            <Tick value={kind} text={options[kind]} isChecked={isChecked(kind)} />
          ))}
          <Tick value="none" text={options.none} isChecked={said?.length === 0} />
        </div>
      </fieldset>
    </section>
  );
}

function Tick({ value, text, isChecked }: { value: string; text: string; isChecked: boolean }) {
  return (
    <label>
      <input type="checkbox" name="strengthening" value={value} checked={isChecked} />
      <span>{text}</span>
    </label>
  );
}

export function MoreFields({ day }: FieldsProps) {
  const words = CHECK_IN.more;
  const checkIn = day?.checkIn ?? null;
  const isSaid =
    checkIn !== null &&
    [checkIn.hopTest, checkIn.otherSport, checkIn.clinicianScore, checkIn.note].some(
      (said) => said !== null,
    );
  return (
    <details class="card" open={isSaid}>
      <summary>{words.title}</summary>
      <p>
        {words.shoes} <a href="/shoes">{words.shoesLink}</a>
      </p>
      <ChoiceField
        name="hopTest"
        label={words.hop}
        options={HOP_TESTS.map((test) => [test, words.hops[test]])}
        chosen={checkIn?.hopTest ?? null}
        isWide
      />
      <SportFields sport={checkIn?.otherSport ?? null} />
      <NumberField
        name="clinicianScore"
        label={words.score}
        max={100}
        value={checkIn?.clinicianScore}
      />
      <label class="note-field">
        <span>{words.note}</span>
        <textarea name="note" rows={3} maxlength={1000}>
          {checkIn?.note ?? ''}
        </textarea>
      </label>
    </details>
  );
}

function SportFields(props: { sport: { sport: string; durationMin: number | null } | null }) {
  const words = CHECK_IN.more;
  const said = props.sport?.sport;
  const isKnown = said === undefined || said in OTHER_SPORTS;
  return (
    <div class="number-fields">
      <label class="select-field">
        <span>{words.sport}</span>
        <select name="sport">
          <option value="">{words.noSport}</option>
          {!isKnown && (
            <option value={said} selected>
              {said}
            </option>
          )}
          {Object.entries(OTHER_SPORTS).map(([sport, name]) => (
            <option value={sport} selected={sport === said}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <NumberField
        name="sportMin"
        label={words.minutes}
        max={1440}
        value={props.sport?.durationMin}
      />
    </div>
  );
}
