/** When a page cannot be shown: what happened, what is kept, what to do. */
import { FAILURE, NOT_FOUND } from '../words/en/frame.ts';
import type { RefusalWords } from '../words/en/refusals.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

export function NotFoundPage({ context }: { context: PageContext }) {
  return (
    <Layout context={context} title={NOT_FOUND.title}>
      <div class="page-head">
        <h1>{NOT_FOUND.title}</h1>
        <p>{NOT_FOUND.detail}</p>
        <p>
          <a class="button primary" href={context.basePath || '/'}>
            {NOT_FOUND.action}
          </a>
        </p>
      </div>
    </Layout>
  );
}

export interface RefusalPageProps {
  context: PageContext;
  words: RefusalWords;
  /** One plain sentence, for words that have none of their own. */
  detail: string;
  /** Where the runner can do it again. */
  href: string;
}

/** A link or a form that was not understood: nothing went wrong here. */
export function RefusalPage({ context, words, detail, href }: RefusalPageProps) {
  return (
    <Layout context={context} title={words.title}>
      <div class="page-head">
        <h1>{words.title}</h1>
        <p>{words.detail ?? detail}</p>
        <p>
          <a class="button primary" href={href}>
            {words.action}
          </a>
        </p>
      </div>
    </Layout>
  );
}

/** `detail` is one plain sentence for the runner, where there is one to give. */
export function ErrorPage({ context, detail }: { context: PageContext; detail?: string }) {
  return (
    <Layout context={context} title={FAILURE.title}>
      <div class="page-head">
        <h1>{FAILURE.title}</h1>
        <p>{detail ?? FAILURE.detail}</p>
        <p>
          <a class="button primary" href={context.path}>
            {FAILURE.action}
          </a>
        </p>
      </div>
    </Layout>
  );
}
