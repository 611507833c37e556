/** Writes where the connection with Strava stands into the parts of the page that the server has marked. */
import { STRAVA } from '../../words/en/strava.ts';
import { element } from '../elements.ts';
import type { StravaAnswer } from './follow-strava.ts';

export interface StravaScreen {
  /** Whether the page is about this account. */
  isOf(answer: StravaAnswer): boolean;
  /** True when something has come since the last time. */
  show(answer: StravaAnswer): boolean;
  /** The connection has ended. */
  showGone(): void;
  /** The page was kept by the browser. */
  showUnknown(): void;
}

type Seen = Pick<StravaAnswer['backfill'], 'listed' | 'withDetail'>;

export function stravaScreen(root: HTMLElement): StravaScreen {
  const part = <Found extends HTMLElement>(name: string): Found | null =>
    root.querySelector<Found>(`[data-part="${name}"]`);
  const write = (name: string, text: string | null): void => {
    const found = part(name);
    if (found !== null && found.textContent !== (text ?? '')) found.textContent = text;
  };
  const onPage: Seen = {
    listed: Number(root.dataset.listed),
    withDetail: Number(root.dataset.withDetail),
  };
  /** What it has been said to be short of is said to be there. */
  const isFollowed = root.dataset.underWay !== undefined;
  const lineOnPage = part('line')?.textContent;
  let before = onPage;
  let lastMilestone: string | null = null;

  function show(answer: StravaAnswer): boolean {
    const { words, problem, backfill } = answer;
    write('line', words.line);
    write('help', words.help);
    write(
      'flags',
      words.flags ?? (isFollowed && words.areFlagsComplete ? STRAVA.flagsComplete : null),
    );
    part('now')?.classList.toggle('notice', problem !== null);
    part('again')?.toggleAttribute('hidden', problem !== 'reconnect');
    part('week')?.toggleAttribute('hidden', !words.areFlagsComplete);
    showProgress(words);
    part('facts')?.replaceChildren(...words.facts.map(fact));
    showNews(backfill);
    say(answer);
    const hasChanged = differs(backfill, before);
    before = backfill;
    return hasChanged;
  }

  function showProgress({ line, progress }: StravaAnswer['words']): void {
    const bar = part<HTMLProgressElement>('progress');
    if (bar === null) return;
    bar.classList.remove('unknown');
    bar.textContent = line;
    bar.max = progress?.of ?? 1;
    bar.value = progress?.done ?? 0;
  }

  /** Offered, never done: whoever reads the page goes on reading. */
  function showNews(backfill: Seen): void {
    if (!differs(backfill, onPage)) return;
    write('news', backfill.listed > onPage.listed ? STRAVA.showNewRuns : STRAVA.showChanges);
    offerToReload();
  }

  function offerToReload(): void {
    const news = part<HTMLAnchorElement>('news');
    if (news === null) return;
    news.href = location.href;
    news.hidden = false;
  }

  /** To screen readers: another state, and every tenth of the way. */
  function say({ words, problem, backfill: { isListing } }: StravaAnswer): void {
    const tenth = words.progress && Math.floor((10 * words.progress.done) / words.progress.of);
    const milestone = [problem, isListing, words.isUnderWay, words.areFlagsComplete, tenth].join();
    const isNews = lastMilestone === null ? words.line !== lineOnPage : milestone !== lastMilestone;
    if (isNews) {
      write('said', [words.line, words.flags].filter((text) => text !== null).join(' '));
    }
    lastMilestone = milestone;
  }

  function showOnly(line: string): void {
    write('line', line);
    write('help', null);
    write('flags', null);
    part('progress')?.classList.add('unknown');
  }

  function showGone(line = STRAVA.notConnected): void {
    showOnly(line);
    write('said', line);
    write('news', STRAVA.showChanges);
    offerToReload();
  }

  const isOf = ({ stravaAthleteId }: StravaAnswer) => stravaAthleteId === root.dataset.strava;
  return {
    isOf,
    show(answer) {
      if (isOf(answer)) return show(answer);
      showGone(STRAVA.ofOther);
      return false;
    },
    showGone: () => showGone(),
    showUnknown: () => showOnly(STRAVA.notKnown),
  };
}

const differs = (one: Seen, other: Seen): boolean =>
  one.listed !== other.listed || one.withDetail !== other.withDetail;

function fact({ name, value }: { name: string; value: string }): HTMLElement {
  return element('div', {}, [
    element('dt', { text: name }),
    element('dd', { className: 'number', text: value }),
  ]);
}
