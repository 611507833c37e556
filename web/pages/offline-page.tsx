/** Shown by the browser itself where a page needs the network and there is none. Holds nothing of any runner. */
import { OFFLINE } from '../words/en/frame.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

export function OfflinePage({ context }: { context: PageContext }) {
  return (
    <Layout context={{ ...context, path: '' }} title={OFFLINE.title}>
      <div class="page-head">
        <h1>{OFFLINE.title}</h1>
        <p>{OFFLINE.detail}</p>
      </div>
      <p class="offline-links">
        <a class="button primary" href="/check-in">
          {OFFLINE.checkIn}
        </a>
      </p>
    </Layout>
  );
}
