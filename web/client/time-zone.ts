/** Tells the site the time zone of this device, for a runner who has not chosen one: the site alone could only guess. */

/** Read by `src/routes/device-time-zone.ts`. */
const COOKIE = '__Host-time-zone';
const KEPT_FOR_S = 400 * 86_400;

export function tellTimeZone(): void {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const pair = `${COOKIE}=${timeZone}`;
  if (document.cookie.split('; ').includes(pair)) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser of the last two years
  document.cookie = `${pair}; Path=/; Secure; SameSite=Lax; Max-Age=${KEPT_FOR_S}`;
}
