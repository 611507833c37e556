/** "Before my flare-up": the flags of the six weeks before a day, day by day, each as its own day raised it. */
import type { BeforeFlare, DayBefore } from '../../src/analysis/before-flare.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { formatWeekdayDay } from '../format.ts';
import { describeFlag, LEVEL_WORDS, shownLevel } from '../words/en/flags.ts';
import { FLARE, flareCount, saidWords } from '../words/en/flare.ts';
import { Layout } from './layout.tsx';
import { LevelMark } from './level-mark.tsx';
import type { PageContext } from './page-context.ts';
import { RunLink } from './run-link.tsx';

export interface FlarePageProps {
  context: PageContext;
  today: LocalDate;
  flare: BeforeFlare;
}

export function FlarePage({ context, today, flare }: FlarePageProps) {
  return (
    <Layout context={context} title={FLARE.title}>
      <section class="status" aria-labelledby="flare-headline">
        <h1 id="flare-headline">{FLARE.headline(flare.on, today)}</h1>
        <p>{saidWords(flare.said)}</p>
        <p>{flare.days.length === 0 ? FLARE.none : `${flareCount(flare)} ${FLARE.note}`}</p>
      </section>
      <form class="look-back" method="get" action={`${context.basePath}/flare`}>
        <label for="flare-on">{FLARE.day}</label>
        <input type="date" id="flare-on" name="on" value={flare.on} max={today} required />
        <button class="button" type="submit">
          {FLARE.look}
        </button>
      </form>
      <ol class="days-before">
        {flare.days.map((day) => (
          <Day context={context} day={day} />
        ))}
      </ol>
    </Layout>
  );
}

function Day({ context, day }: { context: PageContext; day: DayBefore }) {
  const { date, daysBefore, flags, runs } = day;
  return (
    <li class="card day-before">
      <h2>
        <time datetime={date}>{formatWeekdayDay(date)}</time>{' '}
        <span class="tag">{daysBefore === 0 ? FLARE.sameDay : FLARE.daysBefore(daysBefore)}</span>
      </h2>
      <ul>
        {flags.map((flag) => {
          const { title, because } = describeFlag(flag, context.units);
          const level = shownLevel(flag);
          return (
            <li data-level={level}>
              <LevelMark level={level} word={LEVEL_WORDS[level]} />
              <h3>{title}</h3>
              <p class="because">{because}</p>
            </li>
          );
        })}
      </ul>
      {runs.length > 0 && (
        <ul class="run-links">
          {runs.map((run) => (
            <RunLink context={context} run={run} />
          ))}
        </ul>
      )}
    </li>
  );
}
