/** What a runner without a single run sees: what this is, the demo, and where to drop files. */
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

export function LandingPage({ context }: { context: PageContext }) {
  return (
    <Layout context={context} title="Achilles Watch">
      <h1>See when your running jumps more than your Achilles is used to.</h1>
    </Layout>
  );
}
