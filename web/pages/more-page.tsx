/** What has no tab of its own. */
import { MORE } from '../words/en/frame.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

export function MorePage({ context }: { context: PageContext }) {
  const { basePath } = context;
  const links = [
    { href: '/add', words: MORE.add },
    { href: '/strava', words: MORE.strava },
    ...(context.demo ? [] : [{ href: '/shoes', words: MORE.shoes }]),
    { href: `${basePath}/flare`, words: MORE.flare },
    { href: `${basePath}/settings`, words: MORE.settings },
    { href: '/urgent', words: MORE.urgent },
  ];
  return (
    <Layout context={context} title={MORE.title}>
      <div class="page-head">
        <h1>{MORE.title}</h1>
      </div>
      <ul class="card more-links">
        {links.map(({ href, words }) => (
          <li>
            <a href={href}>
              <strong>{words.title}</strong>
              <span class="muted">{words.text}</span>
            </a>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
