/** Tells when colours change: the system's scheme, its contrast, or paper. */

export function onThemeChange(listener: () => void): void {
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print']) {
    matchMedia(query).addEventListener('change', listener);
  }
}
