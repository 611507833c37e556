/** The questions of a check-in, by when they are asked. What is not due lies one tap away. */

import type { CheckInDay } from '../../src/analysis/check-in-day.ts';
import type { CheckIn } from '../../src/analysis/diary.ts';
import { CHECK_IN, placeName } from '../words/en/check-in.ts';
import { ChoiceField, SCALE } from './choice-field.tsx';
import type { PageContext } from './page-context.ts';

export interface FieldsProps {
  context: PageContext;
  /** `null`: known to the browser alone. */
  day: CheckInDay | null;
}

type Scale = 'stiffness' | 'firstStepsPain' | 'painDuring' | 'painAfter';

const QUICK_MINUTES = ['0', '5', '10', '15', '30', '60'];

const textOf = (value: number | string | null | undefined): string | null =>
  value == null ? null : String(value);

const entriesOf = (options: Readonly<Record<string, string>>) => Object.entries(options);

function ScaleField(props: {
  name: Scale;
  words: { label: string; hint: string };
  checkIn: CheckIn | null | undefined;
}) {
  const { name, words, checkIn } = props;
  return <ChoiceField name={name} {...words} options={SCALE} chosen={textOf(checkIn?.[name])} />;
}

export function MorningFields({ context, day }: FieldsProps) {
  const words = CHECK_IN.morning;
  const checkIn = day?.checkIn;
  const run = day?.lastRun ?? null;
  return (
    <section class="card" aria-labelledby="morning-title">
      <h2 id="morning-title">{words.title}</h2>
      <ScaleField name="stiffness" words={words.stiffness} checkIn={checkIn} />
      <MinutesField minutes={textOf(checkIn?.stiffnessMin)} />
      <ScaleField name="firstStepsPain" words={words.firstStepsPain} checkIn={checkIn} />
      {(day === null || run !== null || checkIn?.nextDayResponse != null) && (
        <ChoiceField
          name="nextDayResponse"
          label={words.response(run?.date ?? null, run?.distanceM ?? null, context.units)}
          hint={words.responseHint}
          options={entriesOf(words.nextDayResponse)}
          chosen={textOf(checkIn?.nextDayResponse)}
          isWide
        />
      )}
      <PlaceFields day={day} />
    </section>
  );
}

function MinutesField({ minutes }: { minutes: string | null }) {
  const words = CHECK_IN.morning.stiffnessMin;
  const isOther = minutes !== null && !QUICK_MINUTES.includes(minutes);
  return (
    <div class="minutes-field">
      <ChoiceField
        name="stiffnessMin"
        label={words.label}
        options={QUICK_MINUTES.map((each) => [each, each])}
        chosen={minutes}
      />
      <label class="number-field">
        <span class="visually-hidden">{words.other}</span>
        <input
          type="number"
          name="stiffnessMinOther"
          inputmode="numeric"
          min="0"
          max="1440"
          value={isOther ? minutes : ''}
        />
        <span aria-hidden="true">{words.unit}</span>
      </label>
    </div>
  );
}

function PlaceFields({ day }: { day: CheckInDay | null }) {
  const words = CHECK_IN.place;
  const { checkIn = null, place = null } = day ?? {};
  const isSaid = checkIn !== null && (checkIn.side !== null || checkIn.spot !== null);
  const { side = null, spot = null } = isSaid ? checkIn : (place ?? {});
  const name = placeName(side, spot);
  return (
    <details class="place">
      <summary>{name === null ? words.unknown : words.as(name)}</summary>
      {!isSaid && name !== null && <p class="hint">{words.remembered}</p>}
      <ChoiceField
        name="side"
        label={words.side}
        options={entriesOf(words.sides)}
        chosen={side}
        isWide
      />
      <ChoiceField
        name="spot"
        label={words.spot}
        options={entriesOf(words.spots)}
        chosen={spot}
        isWide
      />
    </details>
  );
}

export function RunFields({ context, day }: FieldsProps) {
  const words = CHECK_IN.run;
  const checkIn = day?.checkIn;
  const isOpen = day?.running != null || checkIn?.painDuring != null || checkIn?.painAfter != null;
  const distanceM = day?.running?.distanceM ?? null;
  const fields = (
    <>
      {distanceM !== null && <p class="hint">{words.of(distanceM, context.units)}</p>}
      <ScaleField name="painDuring" words={words.painDuring} checkIn={checkIn} />
      <ScaleField name="painAfter" words={words.painAfter} checkIn={checkIn} />
    </>
  );
  return isOpen ? (
    <section class="card" aria-labelledby="run-title">
      <h2 id="run-title">{words.title}</h2>
      {fields}
    </section>
  ) : (
    <details class="card">
      <summary>{words.restDay}</summary>
      {fields}
    </details>
  );
}
