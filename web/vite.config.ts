/** Bundles what the browser loads into `dist/client`: two entries with fixed names, the rest in hashed chunks. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  publicDir: here('public'),
  logLevel: 'warn',
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
