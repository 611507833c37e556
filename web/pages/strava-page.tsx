/** `/strava`: what connecting means, and once connected where it stands and how to end it. Forms work without JavaScript. */
import type { Child } from 'hono/jsx';
import {
  type LackingVariable,
  OUTCOME_WORDS,
  STRAVA,
  STRAVA_LACKING,
  STRAVA_NOT_SET_UP,
  STRAVA_PROFILE,
  type StravaOutcome,
  type StravaView,
} from '../words/en/strava.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';
import { ConnectButton, PoweredByStrava } from './strava-marks.tsx';
import { StravaStatusSection } from './strava-status.tsx';

export interface StravaPageProps {
  context: PageContext;
  /** `null` while nothing is connected. */
  strava: StravaView | null;
  /** How a way to Strava and back has just ended. */
  outcome: StravaOutcome | null;
  /** What the deployment lacks for it; empty when it is set up. */
  lacking: readonly LackingVariable[];
  /** Its runs are to count here. */
  isAnalysed: boolean;
  /** This browser came from another profile. */
  hasOtherProfile: boolean;
}

export function StravaPage(props: StravaPageProps) {
  const { context, strava, outcome, lacking, isAnalysed, hasOtherProfile } = props;
  return (
    <Layout context={context} title={STRAVA.title}>
      <div class="page-head">
        <h1>{STRAVA.title}</h1>
        {strava === null && <p>{STRAVA.lead}</p>}
        {strava === null && !isAnalysed && <p>{STRAVA.notAnalysed}</p>}
      </div>
      <div class="strava-page">
        {outcome !== null && <Outcome outcome={outcome} />}
        {strava !== null && lacking.length > 0 && <Lacking lacking={lacking} />}
        {strava === null ? <ConnectPart lacking={lacking} /> : <Connected strava={strava} />}
        {hasOtherProfile && <OtherProfile />}
      </div>
    </Layout>
  );
}

function Outcome({ outcome }: { outcome: StravaOutcome }) {
  const { title, text } = OUTCOME_WORDS[outcome];
  return (
    <div class="notice strava-outcome" role="status">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{text}</p>
    </div>
  );
}

const ConnectPart = ({ lacking }: Pick<StravaPageProps, 'lacking'>) => (
  <>
    <WayIn lacking={lacking} />
    <section class="card" aria-labelledby="strava-kept">
      <h2 id="strava-kept">{STRAVA.keptTitle}</h2>
      <ul>
        {STRAVA.kept.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <p class="muted">{STRAVA.terms}</p>
      <PoweredByStrava />
    </section>
  </>
);

function WayIn({ lacking }: Pick<StravaPageProps, 'lacking'>) {
  if (lacking.length === 0) return <ConnectForm />;
  const hasNoApp = lacking.some(({ name }) => name === 'STRAVA_CLIENT_ID');
  return hasNoApp ? <NotSetUp /> : <Lacking lacking={lacking} />;
}

/** For the site's owner, who began to set it up. */
const Lacking = ({ lacking }: Pick<StravaPageProps, 'lacking'>) => (
  <section class="card" aria-labelledby="strava-lacking">
    <h2 id="strava-lacking">{STRAVA_LACKING.title}</h2>
    <ul>
      {lacking.map((variable) => (
        <li>{STRAVA_LACKING.variable(variable)}</li>
      ))}
    </ul>
    <p class="muted">{STRAVA_LACKING.whatNow}</p>
  </section>
);

const ConnectForm = () => (
  <form class="card strava-connect" method="post" action="/strava/connect">
    <h2>{STRAVA.scopesTitle}</h2>
    <dl>
      {STRAVA.scopes.map(({ name, text }) => (
        <div>
          <dt>{name}</dt>
          <dd class="muted">{text}</dd>
        </div>
      ))}
    </dl>
    <PrivateChoice />
    <p class="muted">{STRAVA.notAsked}</p>
    <ConnectButton />
    <p class="muted">{STRAVA.signInToo}</p>
  </form>
);

const PrivateChoice = () => (
  <div>
    <label class="check">
      <input type="checkbox" name="private" aria-describedby="private-hint" />
      <span>{STRAVA.privateName}</span>
    </label>
    <p class="hint" id="private-hint">
      {STRAVA.privateText}
    </p>
  </div>
);

const NotSetUp = () => (
  <section class="card strava-connect" aria-labelledby="strava-not-set-up">
    <h2 id="strava-not-set-up">{STRAVA_NOT_SET_UP.title}</h2>
    <p>{STRAVA_NOT_SET_UP.lead}</p>
    <p>
      <a class="button primary" href="/add">
        {STRAVA_NOT_SET_UP.addFiles}
      </a>
    </p>
    <h3>{STRAVA_NOT_SET_UP.simulatorTitle}</h3>
    <p>{STRAVA_NOT_SET_UP.simulator}</p>
    <Command>npm run strava:simulator</Command>
    <p>{STRAVA_NOT_SET_UP.simulatorThen}</p>
    <Command>
      STRAVA_CLIENT_ID=4711 STRAVA_CLIENT_SECRET=simulated-client-secret
      STRAVA_API_BASE=http://127.0.0.1:8788/api/v3 STRAVA_OAUTH_BASE=http://127.0.0.1:8788 npm start
    </Command>
    <h3>{STRAVA_NOT_SET_UP.ownTitle}</h3>
    <p>{STRAVA_NOT_SET_UP.own}</p>
  </section>
);

const Command = ({ children }: { children: Child }) => (
  <p class="strava-command">
    <code>{children}</code>
  </p>
);

const canReconnect = ({ problem, seesPrivate }: StravaView): boolean =>
  problem !== 'not-set-up' && (problem === 'reconnect' || !seesPrivate);

function Connected({ strava }: { strava: StravaView }) {
  return (
    <>
      <StravaStatusSection strava={strava} />
      {canReconnect(strava) && <Reconnect strava={strava} />}
      <section class="delete-run" aria-label={STRAVA.disconnect}>
        <details>
          <summary>{STRAVA.disconnect}</summary>
          <form class="card" method="post" action="/strava/disconnect">
            <p>{STRAVA.disconnectWords}</p>
            <p class="muted">{STRAVA.disconnectSignIn}</p>
            <button class="button danger" type="submit">
              {STRAVA.disconnect}
            </button>
          </form>
        </details>
      </section>
    </>
  );
}

function Reconnect({ strava }: { strava: StravaView }) {
  const form = (
    <form class="card strava-connect" method="post" action="/strava/connect">
      <PrivateChoice />
      <ConnectButton />
    </form>
  );
  if (strava.problem === 'reconnect') return form;
  return (
    <details>
      <summary>{STRAVA.privateName}</summary>
      {form}
    </details>
  );
}

const OtherProfile = () => (
  <form class="card strava-profile" method="post" action="/strava/profile/back">
    <h2>{STRAVA_PROFILE.backTitle}</h2>
    <p class="muted">{STRAVA_PROFILE.backText}</p>
    <button class="button" type="submit">
      {STRAVA_PROFILE.back}
    </button>
  </form>
);
