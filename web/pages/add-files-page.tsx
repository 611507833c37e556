/** Drop zone, file button and a result row per file. The form works without JavaScript: `POST /imports`, multipart, `files`. */
import { LANDING } from '../words/en/frame.ts';
import type { UploadedFile } from '../words/en/import-answer.ts';
import { IMPORTS } from '../words/en/imports.ts';
import { STRAVA, type StravaView } from '../words/en/strava.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';
import { ConnectLink } from './strava-marks.tsx';
import { StravaLine } from './strava-status.tsx';
import { UploadPanel } from './upload-panel.tsx';

export interface AddFilesPageProps {
  context: PageContext;
  /** What became of the files of the form, in its order. */
  files?: readonly UploadedFile[];
  /** `null` (or absent) where nothing is connected. */
  strava?: StravaView | null;
}

export function AddFilesPage({ context, files = [], strava = null }: AddFilesPageProps) {
  return (
    <Layout context={context} title={IMPORTS.title}>
      <div class="page-head">
        <h1>{IMPORTS.title}</h1>
        <p>{IMPORTS.lead}</p>
      </div>
      <UploadPanel files={files} />
      <section class="card sources" aria-labelledby="sources-title">
        <h2 id="sources-title">{IMPORTS.where}</h2>
        <dl>
          {IMPORTS.sources.map(({ name, text }) => (
            <div>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p class="muted">
          {IMPORTS.privacy} {strava === null ? IMPORTS.key.cookie : IMPORTS.key.strava}
        </p>
      </section>
      {strava === null ? (
        <p class="landing-strava">
          <span class="muted">{LANDING.orStrava}</span>
          <ConnectLink />
        </p>
      ) : (
        <div class="card sources">
          <h2>{STRAVA.title}</h2>
          <StravaLine strava={strava} />
        </div>
      )}
    </Layout>
  );
}
