/** Brings the check-in page to life, and has the browser keep what it needs to open it without a network. */
import type { LocalDate } from '../../../src/analysis/local-date.ts';
import { trustedScript } from '../trusted-script.ts';
import { CheckIn } from './check-in.ts';

export async function startCheckIn(form: HTMLFormElement): Promise<void> {
  const { date, today, dayChosen } = form.dataset;
  const phoneToday = localDate(new Date());
  // A runner whose time zone is not known here, or who travels, lives on the day that the phone shows.
  if (date !== undefined && dayChosen === undefined && today !== phoneToday) {
    location.replace(`/check-in?date=${phoneToday}`);
    return;
  }
  const checkIn = new CheckIn(form, (date ?? askedDate() ?? phoneToday) as LocalDate);
  if (date === undefined) await checkIn.fillShell();
  await checkIn.start();
  // A browser that refuses has no page offline; all else works.
  await navigator.serviceWorker?.register(trustedScript('/sw.js')).catch(() => undefined);
}

function askedDate(): string | null {
  const asked = new URLSearchParams(location.search).get('date');
  return asked !== null && /^\d{4}-\d\d-\d\d$/.test(asked) ? asked : null;
}

function localDate(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
