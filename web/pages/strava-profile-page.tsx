/** The Strava account is another athlete's here: the runner chooses, and nothing is ever merged. */
import { STRAVA_PROFILE } from '../words/en/strava.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

export function StravaProfilePage({ context }: { context: PageContext }) {
  const choices = [
    { value: 'go', label: STRAVA_PROFILE.go, text: STRAVA_PROFILE.goText, look: 'button primary' },
    { value: 'stay', label: STRAVA_PROFILE.stay, text: STRAVA_PROFILE.stayText, look: 'button' },
  ];
  return (
    <Layout context={context} title={STRAVA_PROFILE.title}>
      <div class="page-head">
        <h1>{STRAVA_PROFILE.title}</h1>
        <p>{STRAVA_PROFILE.lead}</p>
      </div>
      <form class="strava-page" method="post" action="/strava/profile">
        {choices.map(({ value, label, text, look }) => (
          <div class="card strava-profile">
            <p class="muted" id={`profile-${value}`}>
              {text}
            </p>
            <button
              class={look}
              type="submit"
              name="choice"
              value={value}
              aria-describedby={`profile-${value}`}
            >
              {label}
            </button>
          </div>
        ))}
      </form>
    </Layout>
  );
}
