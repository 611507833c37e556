/**
 * The one Trusted Types policy that the site's content security policy allows, for the scripts that a script starts: the
 * import worker and the service worker, both of this site.
 */

/** Not in TypeScript's DOM library yet; absent in browsers without Trusted Types. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
/** Made once: a page may not make a policy of the same name again. */
const policy = trustedTypes?.createPolicy('achilles-watch', { createScriptURL: ofThisSite });

export const trustedScript = (url: string): string => policy?.createScriptURL(url) ?? url;

function ofThisSite(url: string): string {
  if (new URL(url, location.origin).origin !== location.origin) throw new TypeError(url);
  return url;
}
