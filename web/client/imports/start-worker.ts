/** Starts the import worker through the one Trusted Types policy that the site's content security policy allows. */
import workerUrl from './worker.ts?worker&url';

/** Not in TypeScript's DOM library yet; absent in browsers without Trusted Types. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const POLICY = 'achilles-watch';

export function startImportWorker(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  // Whatever it is asked, it gives the one address.
  const policy = trustedTypes?.createPolicy(POLICY, { createScriptURL: () => workerUrl });
  return new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' });
}
