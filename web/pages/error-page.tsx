/** When a page cannot be shown: what happened, what is kept, what to do. */
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

export function NotFoundPage({ context }: { context: PageContext }) {
  return (
    <Layout context={context} title="Page not found">
      <h1>Page not found</h1>
    </Layout>
  );
}

/** `detail` is one plain sentence for the runner, where there is one to give. */
export function ErrorPage({ context, detail }: { context: PageContext; detail?: string }) {
  return (
    <Layout context={context} title="Something went wrong">
      <h1>Something went wrong</h1>
      <p>{detail}</p>
    </Layout>
  );
}
