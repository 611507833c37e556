/** Emergency wording, always one tap away. Must not depend on any data of the runner. */
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

export function UrgentPage({ context }: { context: PageContext }) {
  return (
    <Layout context={context} title="Sudden pop or sharp pain?">
      <h1>Sudden pop or sharp pain?</h1>
    </Layout>
  );
}
