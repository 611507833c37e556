/**
 * Several `npm start` at once would each build: here it is done once, before any of them. And most tests in the browser
 * need the product, not one of their own.
 */
import type { TestProject } from 'vitest/node';
import { buildWhenStale } from '../src/cli/set-up/build.mjs';
import { startApp } from './browser/running-app.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the app that test files share. */
    appUrl: string;
  }
}

export default async function setup(project: TestProject) {
  buildWhenStale();
  const app = await startApp();
  project.provide('appUrl', app.url);
  return () => app.dispose();
}
