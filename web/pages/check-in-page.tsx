/**
 * How the tendon felt on a day: a form that works without JavaScript, and saves each answer as it is tapped with it.
 * Without a day it is the shell that a browser shows when there is no network: nothing of any runner is in it.
 */
import type { CheckInDay } from '../../src/analysis/check-in-day.ts';
import { addDays, type LocalDate } from '../../src/analysis/local-date.ts';
import { PAIN_CEILING } from '../../src/analysis/policy.ts';
import { formatWeekdayDay } from '../format.ts';
import { CHECK_IN, dayName } from '../words/en/check-in.ts';
import { answerWords, SAID } from '../words/en/check-in-said.ts';
import { type FieldsProps, MorningFields, RunFields } from './check-in-fields.tsx';
import { MoreFields, StrengtheningField, WeeklyFields } from './check-in-more-fields.tsx';
import { CheckInSigns } from './check-in-signs.tsx';
import { BackIcon, ForwardIcon } from './icons.tsx';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

export interface CheckInPageProps {
  context: PageContext;
  day?: CheckInDay | null;
  /** Tag of the athlete whose day it is; `null`: of a visitor. */
  athlete?: string | null;
  /** The address names the day. */
  isDayChosen?: boolean;
  /** Right after the form was sent. */
  isLogged?: boolean;
}

export function CheckInPage(props: CheckInPageProps) {
  const { context, day = null, athlete = null, isDayChosen = false } = props;
  const ticked = day?.signs ?? [];
  return (
    <Layout context={context} title={CHECK_IN.title}>
      <div class="check-in-head">
        <h1>{CHECK_IN.title}</h1>
        <DayNav context={context} day={day} />
      </div>
      <Notes context={context} day={day} />
      <form
        class="check-in"
        method="post"
        action="/check-in"
        autocomplete="off"
        data-check-in={context.demo ? undefined : ''}
        data-date={day?.date}
        data-today={day?.today}
        data-day-chosen={isDayChosen ? '' : undefined}
        data-athlete={athlete}
        data-ceiling={day?.painCeiling ?? PAIN_CEILING}
        data-last-run-pain={day?.lastRunPain}
        data-said={JSON.stringify(day?.checkIn ?? {})}
      >
        {/* What Enter in a number presses: the first button of a form, else one that says a sign is over. */}
        <button type="submit" hidden />
        <input type="hidden" name="date" value={day?.date ?? ''} />
        <CheckInSigns ticked={ticked} />
        <div class="check-in-questions">
          <Questions context={context} day={day} />
        </div>
        {!context.demo && <SaveBar {...props} />}
      </form>
    </Layout>
  );
}

function Questions(props: FieldsProps) {
  return (
    <>
      <MorningFields {...props} />
      <RunFields {...props} />
      <StrengtheningField {...props} />
      <WeeklyFields {...props} />
      <MoreFields {...props} />
    </>
  );
}

function DayNav({ context, day }: FieldsProps) {
  const href = (date: LocalDate) => `${context.basePath}/check-in?date=${date}`;
  return (
    <nav class="day-nav" aria-label={CHECK_IN.dayNav}>
      {day !== null && (
        <a href={href(addDays(day.date, -1))} aria-label={CHECK_IN.dayBefore}>
          <BackIcon />
        </a>
      )}
      <strong data-part="day">{day && dayName(day.date, day.today)}</strong>
      {day !== null && day.date < day.today && (
        <a href={href(addDays(day.date, 1))} aria-label={CHECK_IN.dayAfter}>
          <ForwardIcon />
        </a>
      )}
    </nav>
  );
}

/** First check-in, days missed, edited, demo, offline. */
function Notes({ context, day }: FieldsProps) {
  if (context.demo) {
    return (
      <p class="notice">
        {CHECK_IN.demo} <a href="/check-in">{CHECK_IN.demoLeave}</a>
      </p>
    );
  }
  if (day === null) return <p class="notice">{CHECK_IN.offline}</p>;
  return (
    <>
      {day.isFirst && <p class="lead check-in-first">{CHECK_IN.first}</p>}
      {day.missed.length > 0 && <Missed days={day.missed} />}
      {day.checkIn?.isEdited && <p class="muted check-in-edited">{CHECK_IN.edited}</p>}
    </>
  );
}

function Missed({ days }: { days: readonly LocalDate[] }) {
  return (
    <div class="notice missed">
      <p>
        {CHECK_IN.missed}{' '}
        {days.map((day, index) => (
          <>
            {index > 0 && ', '}
            <a href={`/check-in?date=${day}`}>{`${formatWeekdayDay(day)} — ${CHECK_IN.add}`}</a>
          </>
        ))}
      </p>
      <p class="hint">{CHECK_IN.missedHint}</p>
    </div>
  );
}

/** Always in sight: whether what was tapped is kept, and the way back. */
function SaveBar({ day = null, isLogged = false }: CheckInPageProps) {
  return (
    <div class="save-bar">
      <p role="status" data-part="status">
        {isLogged && loggedText(day)}
      </p>
      <button class="quiet" type="button" data-part="undo" hidden>
        {CHECK_IN.undo}
      </button>
      <button class="button primary no-script" type="submit">
        {CHECK_IN.save}
      </button>
    </div>
  );
}

function loggedText(day: CheckInDay | null): string {
  if (day === null) return '';
  if (day.checkIn === null) return day.signs.length > 0 ? SAID.logged : SAID.nothing;
  const { painCeiling: ceiling, lastRunPain } = day;
  return [SAID.logged, answerWords(day.checkIn, day.signs, { ceiling, lastRunPain })]
    .filter((part) => part !== null)
    .join(' ');
}
