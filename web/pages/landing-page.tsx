/** What a runner without a single run sees: what this is, the demo, and where to drop files. */
import { FRAME, LANDING } from '../words/en/frame.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';
import { UploadPanel } from './upload-panel.tsx';

export function LandingPage({ context }: { context: PageContext }) {
  return (
    <Layout context={context} title={FRAME.tabs.week}>
      <section class="landing" aria-labelledby="landing-title">
        <h1 id="landing-title">{LANDING.headline}</h1>
        <p class="lead">{LANDING.lead}</p>
        <p class="landing-demo">
          <a class="button primary" href="/demo">
            {LANDING.demo}
          </a>
          <span class="muted">{LANDING.demoHint}</span>
        </p>
      </section>
      <UploadPanel />
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
