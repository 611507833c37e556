/** Bundles what the browser loads into `dist/client`: two entries with fixed names, hashed chunks, then the service worker. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { serviceWorker } from './service-worker-build.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  publicDir: here('public'),
  logLevel: 'warn',
  plugins: [
    serviceWorker({
      input: here('client/service-worker/service-worker.ts'),
      outDir: here('../dist/client'),
      offline: [
        'client/app.ts',
        'client/check-in/start-check-in.ts',
        'client/check-in/send-answers.ts',
        'client/kept-view.ts',
        'client/strava/follow-strava.ts',
      ],
      assets: ['/assets/styles.css', '/assets/icon.svg'],
    }),
  ],
  build: {
    outDir: here('../dist/client'),
    emptyOutDir: true,
    // Pages link these files by name; `light-dark()` and nesting are in every browser of the last two years.
    target: ['chrome125', 'firefox128', 'safari18'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { app: here('client/app.ts'), styles: here('styles.css') },
      output: {
        entryFileNames: 'assets/[name].js',
        chunkFileNames: 'assets/chunks/[name]-[hash].js',
        assetFileNames: 'assets/[name][extname]',
      },
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/chunks/[name]-[hash].js',
        chunkFileNames: 'assets/chunks/[name]-[hash].js',
      },
    },
  },
});
