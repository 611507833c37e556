/** The frame of every page: head, skip link, header, tabs, main, footer. A page is a whole document. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { FRAME, PRODUCT } from '../words/en/frame.ts';
import { CheckInIcon, MarkIcon, MoreIcon, PlanIcon, RunsIcon, WeekIcon } from './icons.tsx';
import type { PageContext } from './page-context.ts';

export interface LayoutProps {
  context: PageContext;
  /** Of the browser's tab; the product's name is added. */
  title: string;
  children?: Child;
}

export function Layout({ context, title, children }: LayoutProps) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en" data-theme={context.theme}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <title>{`${title} · ${PRODUCT}`}</title>
          <meta name="description" content={FRAME.description} />
          <meta name="color-scheme" content={colorScheme(context)} />
          <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/assets/styles.css" />
          <script type="module" src="/assets/app.js" />
        </head>
        <body>
          <a class="skip-link" href="#main">
            {FRAME.skip}
          </a>
          <Header context={context} />
          {context.demo && <DemoBanner />}
          <main id="main" tabindex={-1}>
            {children}
          </main>
          <footer class="site-footer">
            <p>{FRAME.footer}</p>
          </footer>
        </body>
      </html>
    </>
  );
}

const colorScheme = ({ theme }: PageContext): string => (theme === 'system' ? 'light dark' : theme);

function Header({ context }: { context: PageContext }) {
  return (
    <header class="site-header">
      <a class="brand" href={context.basePath || '/'} aria-label={`${PRODUCT}, ${FRAME.tabs.week}`}>
        <MarkIcon />
        <span class="brand-name">{PRODUCT}</span>
      </a>
      <Tabs context={context} />
      <a class="urgent-link" href="/urgent">
        {FRAME.urgentLink}
      </a>
    </header>
  );
}

function Tabs({ context }: { context: PageContext }) {
  const { basePath, path } = context;
  const tabs = [
    { href: basePath || '/', label: FRAME.tabs.week, Icon: WeekIcon },
    { href: `${basePath}/check-in`, label: FRAME.tabs.checkIn, Icon: CheckInIcon },
    { href: `${basePath}/plan`, label: FRAME.tabs.plan, Icon: PlanIcon },
    { href: `${basePath}/runs`, label: FRAME.tabs.runs, Icon: RunsIcon },
    { href: `${basePath}/more`, label: FRAME.tabs.more, Icon: MoreIcon },
  ];
  return (
    <nav class="tabs" aria-label={FRAME.navLabel}>
      {tabs.map(({ href, label, Icon }) => (
        <a href={href} aria-current={isCurrent(href, path, basePath) ? 'page' : undefined}>
          <Icon />
          <span>{label}</span>
        </a>
      ))}
    </nav>
  );
}

/** Below "More", without a tab of their own. */
const MORE_PATHS = [
  '/add',
  '/strava',
  '/shoes',
  '/flare',
  '/settings',
  '/sign-out',
  '/urgent',
  '/your-data',
];

/** A run's own page belongs to the tab of all runs. */
function isCurrent(href: string, path: string, basePath: PageContext['basePath']): boolean {
  if (href === (basePath || '/')) return path === href;
  const isMore =
    href.endsWith('/more') &&
    MORE_PATHS.some((more) => `${path.slice(basePath.length)}/`.startsWith(`${more}/`));
  return isMore || path === href || path.startsWith(`${href}/`);
}

function DemoBanner() {
  return (
    <aside class="demo-banner" aria-label="Demo">
      <p>
        <strong>{FRAME.demoBanner}</strong>
      </p>
      <a href="/add">{FRAME.demoLeave}</a>
    </aside>
  );
}
