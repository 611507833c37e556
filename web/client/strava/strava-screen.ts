/** Writes where the connection with Strava stands into the parts of the page that the server has marked. */
import { STRAVA } from '../../words/en/strava.ts';
import { element } from '../elements.ts';
import type { StravaAnswer } from './follow-strava.ts';

type Seen = Pick<StravaAnswer['backfill'], 'listed' | 'withDetail'>;

export class StravaScreen {
  readonly #root: HTMLElement;
  readonly #onPage: Seen;
  readonly #lineOnPage: string | undefined;
  #before: Seen;
  #lastMilestone: string | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
    const { listed, withDetail } = root.dataset;
    this.#onPage = { listed: Number(listed), withDetail: Number(withDetail) };
    this.#before = this.#onPage;
    this.#lineOnPage = this.#part('line')?.textContent ?? undefined;
  }

  /** Whether the page is about this account. */
  isOf({ stravaAthleteId }: StravaAnswer): boolean {
    return stravaAthleteId === this.#root.dataset.strava;
  }

  /** True when something has come since the last time. */
  show(answer: StravaAnswer): boolean {
    if (!this.isOf(answer)) {
      this.showGone(STRAVA.ofOther);
      return false;
    }
    const { words, problem, backfill } = answer;
    this.#write('line', words.line);
    this.#write('help', words.help);
    this.#write('flags', words.flags ?? this.#flagsAtLast(words));
    this.#part('now')?.classList.toggle('notice', problem !== null);
    this.#part('sync')?.toggleAttribute('hidden', problem === 'reconnect');
    this.#part('again')?.toggleAttribute('hidden', problem !== 'reconnect');
    this.#part('week')?.toggleAttribute('hidden', !words.areFlagsComplete);
    this.#part('facts')?.replaceChildren(...words.facts.map(fact));
    this.#showProgress(words);
    this.#showNews(backfill);
    this.#say(answer);
    const hasChanged = differs(backfill, this.#before);
    this.#before = backfill;
    return hasChanged;
  }

  /** `begins` is called when the runner asks to fetch now: the answer may take a while to come. */
  onSync(begins: () => void): void {
    this.#part('sync')?.addEventListener('submit', () => {
      this.#write('line', STRAVA.syncing);
      this.#write('said', STRAVA.syncing);
      begins();
    });
  }

  /** The connection has ended. */
  showGone(line = STRAVA.notConnected): void {
    this.#showOnly(line);
    this.#write('said', line);
    this.#write('news', STRAVA.showChanges);
    this.#offerToReload();
  }

  /** The page was kept by the browser. */
  showUnknown(): void {
    this.#showOnly(STRAVA.notKnown);
  }

  /** What it has been said to be short of is said to be there. */
  #flagsAtLast({ areFlagsComplete }: StravaAnswer['words']): string | null {
    const isFollowed = this.#root.dataset.underWay !== undefined;
    return isFollowed && areFlagsComplete ? STRAVA.flagsComplete : null;
  }

  #showProgress({ line, progress }: StravaAnswer['words']): void {
    const bar = this.#part<HTMLProgressElement>('progress');
    if (bar === null) return;
    bar.classList.remove('unknown');
    bar.textContent = line;
    bar.max = progress?.of ?? 1;
    bar.value = progress?.done ?? 0;
  }

  /** Offered, never done: whoever reads the page goes on reading. */
  #showNews(backfill: Seen): void {
    if (!differs(backfill, this.#onPage)) return;
    const hasMore = backfill.listed > this.#onPage.listed;
    this.#write('news', hasMore ? STRAVA.showNewRuns : STRAVA.showChanges);
    this.#offerToReload();
  }

  #offerToReload(): void {
    const news = this.#part<HTMLAnchorElement>('news');
    if (news === null) return;
    news.href = location.href;
    news.hidden = false;
  }

  /** To screen readers: another state, and every tenth of the way. */
  #say({ words, problem, backfill: { isListing } }: StravaAnswer): void {
    const tenth = words.progress && Math.floor((10 * words.progress.done) / words.progress.of);
    const milestone = [problem, isListing, words.isUnderWay, words.areFlagsComplete, tenth].join();
    const last = this.#lastMilestone;
    this.#lastMilestone = milestone;
    if (last === null ? words.line === this.#lineOnPage : milestone === last) return;
    this.#write('said', [words.line, words.flags].filter((text) => text !== null).join(' '));
  }

  #showOnly(line: string): void {
    this.#write('line', line);
    this.#write('help', null);
    this.#write('flags', null);
    this.#part('progress')?.classList.add('unknown');
  }

  #part<Found extends HTMLElement>(name: string): Found | null {
    return this.#root.querySelector<Found>(`[data-part="${name}"]`);
  }

  #write(name: string, text: string | null): void {
    const found = this.#part(name);
    if (found !== null && found.textContent !== (text ?? '')) found.textContent = text;
  }
}

const differs = (one: Seen, other: Seen): boolean =>
  one.listed !== other.listed || one.withDetail !== other.withDetail;

function fact({ name, value }: { name: string; value: string }): HTMLElement {
  return element('div', {}, [
    element('dt', { text: name }),
    element('dd', { className: 'number', text: value }),
  ]);
}
