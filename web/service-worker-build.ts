/**
 * Builds the service worker after everything else, as one classic script at `/sw.js`, and tells it which files open the
 * check-in: their names change with what they hold, and so does the worker.
 */
import { createHash } from 'node:crypto';
import { build, type Plugin, type Rolldown } from 'vite';

export interface ServiceWorkerOptions {
  /** The worker's source. */
  input: string;
  outDir: string;
  /** Sources, as the end of their paths, that the pages kept for no network are made of. */
  offline: readonly string[];
  /** Addresses of what they need beside scripts. */
  assets: readonly string[];
}

export function serviceWorker({ input, outDir, offline, assets }: ServiceWorkerOptions): Plugin {
  let files: string[] = [];
  let version = '';
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const needed = withImports(
        chunks.filter(({ facadeModuleId }) =>
          offline.some((source) => facadeModuleId?.endsWith(source)),
        ),
        chunks,
      );
      files = [...needed.map(({ fileName }) => `/${fileName}`), ...assets];
      const hash = createHash('sha256');
      for (const file of Object.values(bundle)) {
        hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
      }
      version = hash.digest('hex').slice(0, 12);
    },
    async closeBundle() {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { BUILT: JSON.stringify({ version, files }) },
        build: {
          outDir,
          emptyOutDir: false,
          rolldownOptions: { input, output: { format: 'iife', entryFileNames: 'sw.js' } },
        },
      });
    },
  };
}

function withImports(
  some: readonly Rolldown.OutputChunk[],
  all: readonly Rolldown.OutputChunk[],
): Rolldown.OutputChunk[] {
  const found = new Set<Rolldown.OutputChunk>();
  const add = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (chunk === undefined || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) add(all.find(({ fileName }) => fileName === name));
  };
  for (const chunk of some) add(chunk);
  return [...found];
}
