/** Starts the import worker through the one Trusted Types policy that the site's content security policy allows. */
import workerUrl from './worker.ts?worker&url';

/** Not in TypeScript's DOM library yet; absent in browsers without Trusted Types. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
/** Made once: a page may not make a policy of the same name again. Whatever it is asked, it gives the one address. */
const policy = trustedTypes?.createPolicy('achilles-watch', { createScriptURL: () => workerUrl });

export function startImportWorker(): Worker {
  return new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' });
}
