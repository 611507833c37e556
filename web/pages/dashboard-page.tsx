/** The week against what the runner is used to: one status sentence, flags, linked charts. */
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import type { Flag } from '../../src/analysis/flags/flag.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import type { Range } from '../chart-data/range.ts';

import { DASHBOARD } from '../words/en/dashboard.ts';
import { statusWords } from '../words/en/status.ts';
import type { StravaView } from '../words/en/strava.ts';
import { stravaStanding } from '../words/en/strava-standing.ts';
import { DashboardCharts } from './dashboard-charts.tsx';
import { EvidenceNotes } from './evidence-notes.tsx';
import { FirstQuestions } from './first-questions.tsx';
import { FlagCard } from './flag-card.tsx';
import { GuidanceNotice } from './guidance-notice.tsx';
import { HiddenFlags } from './hidden-flags.tsx';
import { Layout } from './layout.tsx';
import { LevelMark } from './level-mark.tsx';
import { LookBack } from './look-back.tsx';
import type { PageContext } from './page-context.ts';
import { SevenDays } from './seven-days.tsx';
import { StravaLine } from './strava-status.tsx';
import { UploadPanel } from './upload-panel.tsx';

/** More than this at once is alarm fatigue; the rest is one tap away. */
const FLAGS_SHOWN_FIRST = 3;

export interface DashboardPageProps {
  context: PageContext;
  view: DashboardView;
  /** `parseRange` of `?range=`. */
  range: Range;
  /** From `?week=YYYY-MM-DD`, any day of the week to look at; `null` is the latest. */
  week: LocalDate | null;
  /** From `?on=YYYY-MM-DD`, the past day looked back at; `null` is today. */
  on?: LocalDate | null;
  /** False for a runner who has neither answered the first questions nor waved them away. */
  isIntroduced?: boolean;
  /** `null` (or absent) where nothing is connected. */
  strava?: StravaView | null;
}

/** Show `LandingPage` instead while `view.status.kind` is `empty`. */
export function DashboardPage(props: DashboardPageProps) {
  const { context, view, range, week, on = null, isIntroduced = true, strava = null } = props;
  // Then the page is read with that in mind.
  const isIncomplete = strava !== null && !stravaStanding(strava).areFlagsComplete;
  return (
    <Layout context={context} title={DASHBOARD.title}>
      <UploadPanel isHidden />
      <Status context={context} view={view} />
      {isIncomplete && <StravaLine strava={strava} />}
      <SevenDays context={context} view={view} />
      <Flags context={context} view={view} on={on} />
      <HiddenFlags context={context} view={view} on={on} />
      {strava !== null && !isIncomplete && <StravaLine strava={strava} />}
      {!isIntroduced && on === null && <FirstQuestions />}
      <LookBack context={context} view={view} range={range} on={on} />
      <DashboardCharts context={context} view={view} range={range} week={week} on={on} />
      <EvidenceNotes />
    </Layout>
  );
}

function Status({ context, view }: { context: PageContext; view: DashboardView }) {
  const { level, levelWord, headline, detail, notice } = statusWords(view);
  return (
    <section class="status" data-level={level} aria-labelledby="status-headline">
      <LevelMark level={level} word={levelWord} />
      <h1 id="status-headline">{headline}</h1>
      <GuidanceNotice context={context} view={view} />
      <p>{detail}</p>
      {notice !== null && <p class="notice">{notice}</p>}
    </section>
  );
}

/** Increases that stacked up over several days are flagged at each step: the last step tells all of them. */
function withoutRepeats(flags: readonly Flag[]): Flag[] {
  const stacked = flags.filter(({ rule }) => rule === 'stacked-increases');
  const newest = stacked.reduce<Flag | null>(
    (last, flag) => (last === null || flag.date > last.date ? flag : last),
    null,
  );
  return flags.filter((flag) => flag.rule !== 'stacked-increases' || flag === newest);
}

interface FlagsProps {
  context: PageContext;
  view: DashboardView;
  on: LocalDate | null;
}

function Flags({ context, view, on }: FlagsProps) {
  // Ticked signs stand in the status already, with what to do.
  const flags = withoutRepeats(view.flags).filter(({ level }) => level !== 'urgent');
  if (flags.length === 0) return null;
  const cards = flags.map((flag) => (
    <FlagCard
      context={context}
      flag={flag}
      sessions={view.sessions}
      on={on}
      hasAdvice={view.guidance.kind !== 'urgent'}
    />
  ));
  const more = cards.slice(FLAGS_SHOWN_FIRST);
  return (
    <section class="flags" aria-labelledby="flags-title">
      <h2 id="flags-title" class="visually-hidden">
        {DASHBOARD.flags}
      </h2>
      <ul class="flag-list">{cards.slice(0, FLAGS_SHOWN_FIRST)}</ul>
      {more.length > 0 && (
        <details class="more-flags">
          <summary>{DASHBOARD.moreFlags(more.length)}</summary>
          <ul class="flag-list">{more}</ul>
        </details>
      )}
      <p class="visually-hidden" role="status" data-flag-status />
    </section>
  );
}
