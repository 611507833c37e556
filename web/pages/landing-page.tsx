/** What a runner without a single run sees: what this is, the demo, and where to drop files; first what the tendon says, if it was asked. */
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import { FRAME, LANDING, setAsideLines } from '../words/en/frame.ts';
import { guidanceWords } from '../words/en/guidance.ts';
import type { StravaView } from '../words/en/strava.ts';
import { GuidanceNotice } from './guidance-notice.tsx';
import { ArrowIcon } from './icons.tsx';
import { Layout } from './layout.tsx';
import { LevelMark } from './level-mark.tsx';
import type { PageContext } from './page-context.ts';
import { ConnectLink } from './strava-marks.tsx';
import { StravaLine } from './strava-status.tsx';
import { UploadPanel } from './upload-panel.tsx';

export interface LandingPageProps {
  context: PageContext;
  /** Connected, and no run has come in yet. */
  strava?: StravaView | null;
  /** Of a runner who has checked in before any run is here. */
  view?: Pick<DashboardView, 'guidance' | 'today'>;
  /** Of a runner whose runs all count nowhere: how many, by reason. */
  setAside?: Parameters<typeof setAsideLines>[0];
}

export function LandingPage({ context, strava = null, view, setAside }: LandingPageProps) {
  return (
    <Layout context={context} title={FRAME.tabs.week}>
      {view !== undefined && <Tendon context={context} view={view} />}
      {strava !== null && <StravaLine strava={strava} />}
      {setAside !== undefined && <SetAside lines={setAsideLines(setAside)} />}
      <div class="landing">
        <section class="landing-words" aria-labelledby="landing-title">
          <h1 id="landing-title">{LANDING.headline}</h1>
          <p class="lead">{LANDING.lead}</p>
          <p class="landing-demo">
            <a class="button primary" href="/demo">
              {LANDING.demo}
            </a>
            <span class="muted">{LANDING.demoHint}</span>
          </p>
        </section>
        <Example />
      </div>
      <UploadPanel />
      {strava === null && (
        <p class="landing-strava">
          <span class="muted">{LANDING.orStrava}</span>
          <ConnectLink />
        </p>
      )}
      <ul class="points">
        {LANDING.points.map(({ title, text }) => (
          <li>
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

function SetAside({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <p class="notice">
      {lines.join(' ')} <a href="/runs">{LANDING.setAsideLink}</a>
    </p>
  );
}

function Tendon({ context, view }: Required<Pick<LandingPageProps, 'context' | 'view'>>) {
  const words = guidanceWords(view.guidance, view.today);
  if (words === null) return null;
  const level = view.guidance.kind === 'urgent' ? 'urgent' : 'well-above';
  return (
    <section class="status" data-level={level} aria-labelledby="tendon-headline">
      <h2 id="tendon-headline">{words.headline}</h2>
      <GuidanceNotice context={context} view={view} />
    </section>
  );
}

/** What a flag looks like, before there is one. */
function Example() {
  const { label, level, title, because, advice, evidence } = LANDING.example;
  return (
    <figure class="card flag example" aria-label={label}>
      <LevelMark level="above" word={level} />
      <p class="example-title">{title}</p>
      <p class="because">{because}</p>
      <p class="advice">
        <ArrowIcon />
        <span>{advice}</span>
      </p>
      <p class="evidence">{evidence}</p>
      <figcaption class="tag">{label}</figcaption>
    </figure>
  );
}
