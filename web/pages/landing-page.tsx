/** What a runner without a single run sees: what this is, the demo, and where to drop files. */
import { FRAME, LANDING } from '../words/en/frame.ts';
import { ArrowIcon } from './icons.tsx';
import { Layout } from './layout.tsx';
import { LevelMark } from './level-mark.tsx';
import type { PageContext } from './page-context.ts';
import { UploadPanel } from './upload-panel.tsx';

export function LandingPage({ context }: { context: PageContext }) {
  return (
    <Layout context={context} title={FRAME.tabs.week}>
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
