/** Where the connection with Strava stands: a line on the dashboard, a section in settings, all of it on its own page. */
import { clockTime, STRAVA, type StravaView, stravaLine } from '../words/en/strava.ts';
import { PoweredByStrava } from './strava-marks.tsx';

/** The line of the dashboard. */
export const StravaLine = ({ strava }: { strava: StravaView }) => (
  <aside class="strava-line" aria-label={STRAVA.title}>
    <p>
      {stravaLine(strava)} <a href="/strava">{STRAVA.manage}</a>
    </p>
    <PoweredByStrava />
  </aside>
);

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
  const { backfill, expiresAtS } = strava;
  const facts = [
    { name: STRAVA.account, value: strava.name || strava.stravaAthleteId },
    { name: STRAVA.listed, value: String(backfill.listed) },
    {
      name: STRAVA.detail,
      value: `${backfill.withDetail} / ${backfill.withDetail + backfill.toDetail}`,
    },
    { name: STRAVA.privateShort, value: strava.seesPrivate ? STRAVA.included : STRAVA.leftOut },
    ...(expiresAtS === null
      ? []
      : [{ name: STRAVA.keptUntil, value: clockTime(expiresAtS, strava) }]),
  ];
  return (
    <section class="card strava-status" aria-labelledby="strava-status">
      <h2 id="strava-status">{STRAVA.statusTitle}</h2>
      <p class={strava.problem === null ? 'strava-now' : 'strava-now notice'}>
        {stravaLine(strava)}
      </p>
      <Progress {...backfill} />
      <dl class="shoe-facts">
        {facts.map(({ name, value }) => (
          <div>
            <dt>{name}</dt>
            <dd class="number">{value}</dd>
          </div>
        ))}
      </dl>
      <form method="post" action="/strava/sync">
        <button class="button" type="submit">
          {STRAVA.syncNow}
        </button>
      </form>
      <PoweredByStrava />
    </section>
  );
}

function Progress({ withDetail, toDetail, isListing }: StravaView['backfill']) {
  if (toDetail === 0 && !isListing) return null;
  const runs = withDetail + toDetail;
  return isListing || runs === 0 ? (
    <progress aria-label={STRAVA.detail} />
  ) : (
    <progress aria-label={STRAVA.detail} max={runs} value={withDetail} />
  );
}
