/**
 * Where the connection with Strava stands: a line on the dashboard, a section in settings, all of it on its own page. The
 * marked parts are renewed by the page's script while runs come in; without it they are as of the page.
 */
import { STRAVA, type StravaView } from '../words/en/strava.ts';
import { type StravaStanding, stravaLine, stravaStanding } from '../words/en/strava-standing.ts';
import { PoweredByStrava } from './strava-marks.tsx';

/** The line of the dashboard. What may appear in it later has its place from the start: nothing below it moves. */
export function StravaLine({ strava }: { strava: StravaView }) {
  const standing = stravaStanding(strava);
  return (
    <aside class="strava-line" aria-label={STRAVA.title} {...liveData(strava, standing)}>
      <p class="strava-said">
        <span data-part="line">{standing.line}</span>{' '}
        <span data-part="flags">{standing.flags}</span>
      </p>
      {standing.isUnderWay && <Progress standing={standing} />}
      <p class="strava-links">
        <a href="/strava">{STRAVA.manage}</a>
        <a href="/" data-part="news" hidden>
          {STRAVA.showNewRuns}
        </a>
      </p>
      <PoweredByStrava />
      <Said />
    </aside>
  );
}

/** Where runs come from, in settings. */
export const SourcesSection = ({ strava }: { strava: StravaView | null }) => (
  <section class="card strava-sources" id="sources" aria-labelledby="sources-title">
    <h2 id="sources-title">{STRAVA.settingsTitle}</h2>
    <p>{strava === null ? STRAVA.settingsNone : `${STRAVA.title}: ${stravaLine(strava)}`}</p>
    <p class="muted">{STRAVA.files}</p>
    <p>
      <a href="/strava">{STRAVA.settingsLink}</a>
    </p>
  </section>
);

export function StravaStatusSection({ strava }: { strava: StravaView }) {
  const standing = stravaStanding(strava);
  const { line, help, flags, areFlagsComplete, isUnderWay, facts } = standing;
  return (
    <section
      class="card strava-status"
      aria-labelledby="strava-status"
      {...liveData(strava, standing)}
    >
      <h2 id="strava-status">{STRAVA.statusTitle}</h2>
      <div class={strava.problem === null ? 'strava-now' : 'strava-now notice'} data-part="now">
        <p data-part="line">{line}</p>
        <p data-part="help">{help}</p>
      </div>
      {isUnderWay && <Progress standing={standing} />}
      {(isUnderWay || flags !== null) && <p data-part="flags">{flags}</p>}
      <dl class="shoe-facts" data-part="facts">
        {facts.map(({ name, value }) => (
          <div>
            <dt>{name}</dt>
            <dd class="number">{value}</dd>
          </div>
        ))}
      </dl>
      <div class="strava-actions">
        <form
          method="post"
          action="/strava/sync"
          data-part="sync"
          hidden={strava.problem === 'reconnect'}
        >
          <button class="button" type="submit">
            {STRAVA.syncNow}
          </button>
        </form>
        {strava.problem !== 'reconnect' && (
          <a class="button primary" href="/strava" data-part="again" hidden>
            {STRAVA.reconnect}
          </a>
        )}
        <a class="button primary" href="/" data-part="week" hidden={!areFlagsComplete}>
          {STRAVA.toWeek}
        </a>
      </div>
      <PoweredByStrava />
      <Said />
    </section>
  );
}

/** For the script: whose connection the page shows, how much of it, and whether to ask for more. */
const liveData = ({ stravaAthleteId, backfill }: StravaView, { isUnderWay }: StravaStanding) => ({
  'data-strava': stravaAthleteId,
  'data-listed': backfill.listed,
  'data-with-detail': backfill.withDetail,
  ...(isUnderWay && { 'data-under-way': '' }),
});

/** Said to those who do not see the line, and seldom. */
const Said = () => <p class="visually-hidden" role="status" data-part="said" />;

/** Empty while nobody knows how many runs there are: a bar that does not know would move by itself. */
const Progress = ({ standing: { line, progress } }: { standing: StravaStanding }) => (
  <progress
    aria-label={STRAVA.detail}
    data-part="progress"
    max={progress?.of ?? 1}
    value={progress?.done ?? 0}
  >
    {line}
  </progress>
);
