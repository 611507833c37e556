/** The frame of every page: head, skip link, header, tabs, main, footer. A page is a whole document. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { PageContext } from './page-context.ts';

export interface LayoutProps {
  context: PageContext;
  title: string;
  children?: Child;
}

export function Layout({ context, title, children }: LayoutProps) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en" data-theme={context.theme}>
        <head>
          <title>{title}</title>
        </head>
        <body>
          <main>{children}</main>
        </body>
      </html>
    </>
  );
}
