/** The entry of every page: wires what the page has, and leaves the drawings for later. */
import { sendLeftAnswers } from './check-in/send-later.ts';
import { hideFlagsInPlace } from './hide-flag.ts';
import { acceptFiles } from './imports/accept-files.ts';
import { tellTimeZone } from './time-zone.ts';

tellTimeZone();
hideFlagsInPlace();
acceptFiles();

const { keptAt } = document.documentElement.dataset;
if (keptAt !== undefined) {
  void import('./kept-view.ts').then(({ showKeptAt }) => showKeptAt(keptAt));
}
const checkIn = document.querySelector<HTMLFormElement>('[data-check-in]');
if (checkIn === null) sendLeftAnswers();
else void import('./check-in/start-check-in.ts').then((module) => module.startCheckIn(checkIn));
const strava = document.querySelector<HTMLElement>('[data-strava]');
if (strava !== null) {
  void import('./strava/follow-strava.ts').then((module) => module.followStrava(strava));
}
const charts = document.querySelector<HTMLElement>('[data-charts]');
if (charts !== null) {
  whenIdle(async () => (await import('./dashboard.ts')).startDashboard(charts));
}
const run = document.querySelector<HTMLElement>('[data-run-charts]');
if (run !== null) {
  whenIdle(async () => (await import('./run.ts')).startRun(run));
}

const plan = document.querySelector<HTMLFormElement>('form[data-plan]');
if (plan !== null) {
  whenIdle(async () => (await import('./plan.ts')).startPlan(plan));
}

/** After the page is painted: words come first. */
function whenIdle(task: () => void): void {
  const start = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: 500 });
    else setTimeout(task, 1);
  };
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}
